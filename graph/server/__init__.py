"""A real Neo4j server on this machine, without a container engine: for development and for the tests."""
