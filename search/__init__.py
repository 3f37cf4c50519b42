"""What is found: tokens, the clause index, filters and highlights."""
