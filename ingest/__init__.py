"""From text to graph: one module a stage."""
