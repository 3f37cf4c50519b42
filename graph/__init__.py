"""Where it lives: the store port and its two engines, embedded and Neo4j."""
