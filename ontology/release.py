"""Which release of the ontology this program speaks: the `owl:versionInfo` of crossplan.ttl, for those who read no RDF.

A graph carries the release that it was loaded by, and is refused by a program of another one; a test holds this
constant and the file together, and another fails where the terms change and the release does not.
"""

RELEASE = "0.1.0"
