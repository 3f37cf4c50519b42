"""From a text to a vector: the encoder that is shipped, and any other that a setting names."""
