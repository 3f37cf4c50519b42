// Neo4j's own semantic analyser over many statements.
//
// In, on standard input: {"schema": {labels, relationshipTypes, propertyKeys}, "functions": [names],
//   "statements": [{"name", "text", "parameters"}]}.
// Out, on standard output: [{"name", "version", "severity", "line", "message"}], line counted from 1 in the text.
// An unknown label, relation, property or function is a finding, like an undefined variable or a wrong type.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const { lintCypherQuery, testData } = createRequire(import.meta.url)("@neo4j-cypher/language-support");

const { schema, functions, statements } = JSON.parse(readFileSync(0, "utf8"));
const known = {};
for (const version of ["CYPHER 5", "CYPHER 25"]) {
  const signatures = testData.mockSchema.functions[version];
  known[version] = Object.fromEntries(functions.filter((name) => name in signatures).map((name) => [name, signatures[name]]));
}

const findings = [];
for (const { name, text, parameters } of statements) {
  for (const version of Object.keys(known)) {
    const { diagnostics } = lintCypherQuery(`${version}\n${text}`, { ...schema, functions: known, procedures: {}, parameters });
    for (const { severity, message, range } of diagnostics) {
      findings.push({ name, version, severity: severity === 1 ? "error" : "warning", line: range.start.line, message });
    }
  }
}
process.stdout.write(JSON.stringify(findings));
