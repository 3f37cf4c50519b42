"""What there is: the ontology, its vocabularies, and the records that carry its classes in Python."""
