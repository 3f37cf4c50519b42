"""What can be asked: one `.cypher` file a question, run unchanged by both engines."""
