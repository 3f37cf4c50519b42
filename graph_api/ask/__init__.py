"""`ask`: a question in everyday Chinese in, an answer with its citations, its reading and one Chinese sentence out."""
