// Neo4j's own semantic analyser over many statements: `node analyse.mjs "CYPHER 5"`.
//
// In, on standard input: {"schema": {labels, relationshipTypes, propertyKeys}, "functions": [names],
//   "statements": [{"name", "text", "parameters"}]}.
// Out, on standard output: [{"name", "version", "severity", "line", "message"}], line counted from 1 in the text.
// An unknown label, relation, property or function is a finding, like an undefined variable or a wrong type.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { lintCypherQuery, testData } = createRequire(import.meta.url)("@neo4j-cypher/language-support");

const version = process.argv[2];
const { schema, functions, statements } = JSON.parse(readFileSync(0, "utf8"));
const signatures = testData.mockSchema.functions[version];
const known = Object.fromEntries(functions.filter((name) => name in signatures).map((name) => [name, signatures[name]]));
const database = { ...schema, functions: { [version]: known }, procedures: {} };

const findings = statements.flatMap(({ name, text, parameters }) =>
  lintCypherQuery(`${version}\n${text}`, { ...database, parameters }).diagnostics.map(({ severity, message, range }) => ({
    name,
    version,
    severity: severity === 1 ? "error" : "warning",
    line: range.start.line,
    message,
  })),
);
process.stdout.write(JSON.stringify(findings));
