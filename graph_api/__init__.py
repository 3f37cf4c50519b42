"""How it is answered: the GraphQL schema, the web page and the addresses of ids."""
