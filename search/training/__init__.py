"""How the shipped encoder is made, from a public teacher and the project's own pairs; never imported at serve time."""
