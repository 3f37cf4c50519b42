// The explorer: writes a GraphQL document, runs it, and shows the schema it may use. Talks to /graphql only.
"use strict";

const endpoint = document.body.dataset.endpoint;
const byId = (id) => document.getElementById(id);
const queryBox = byId("query");
const variablesBox = byId("variables");
const resultBox = byId("result");
const statusLine = byId("status");

const INTROSPECTION = `query Schema {
  __schema {
    queryType { name }
    types {
      kind name description
      fields { name description args { name description type { ...Shape } } type { ...Shape } }
      inputFields { name description type { ...Shape } }
      enumValues { name description }
      possibleTypes { name }
    }
  }
}
fragment Shape on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }`;

async function ask(query, variables) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ query, variables }),
  });
  return response.json();
}

async function run() {
  let variables = null;
  try {
    variables = variablesBox.value.trim() ? JSON.parse(variablesBox.value) : null;
  } catch (error) {
    statusLine.textContent = "变量不是合法的 JSON";
    resultBox.textContent = String(error.message);
    return;
  }
  statusLine.textContent = "正在查询……";
  const began = performance.now();
  try {
    const answer = await ask(queryBox.value, variables);
    const took = Math.round(performance.now() - began);
    statusLine.textContent = (answer.errors ? "有错误" : "完成") + "，" + took + " 毫秒";
    resultBox.textContent = JSON.stringify(answer, null, 2);
  } catch (error) {
    statusLine.textContent = "服务没有应答";
    resultBox.textContent = String(error.message);
  }
  remember();
}

// The address carries the question, so that it can be sent to somebody.
function remember() {
  const said = new URLSearchParams({ query: queryBox.value });
  if (variablesBox.value.trim()) said.set("variables", variablesBox.value);
  history.replaceState(null, "", "#" + said);
}

function recall() {
  const said = new URLSearchParams(location.hash.slice(1));
  if (!said.get("query")) return false;
  queryBox.value = said.get("query");
  variablesBox.value = said.get("variables") || "";
  return true;
}

function choose(option) {
  queryBox.value = option.dataset.query;
  variablesBox.value = "";
}

// Two blanks for the tab key; Escape first gives the key back to the keyboard user.
let tabIndents = true;
function edit(event) {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    run();
  } else if (event.key === "Escape") {
    tabIndents = false;
  } else if (event.key === "Tab" && tabIndents && !event.shiftKey) {
    event.preventDefault();
    queryBox.setRangeText("  ", queryBox.selectionStart, queryBox.selectionEnd, "end");
  } else if (event.key !== "Tab") {
    tabIndents = true;
  }
}

/* The schema */
let types = new Map();

function element(name, text, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
}

const innermost = (shape) => (shape.ofType ? innermost(shape.ofType) : shape.name);

function printed(shape) {
  if (shape.kind === "NON_NULL") return printed(shape.ofType) + "!";
  if (shape.kind === "LIST") return "[" + printed(shape.ofType) + "]";
  return shape.name;
}

function link(name, text) {
  const button = element("button", text || name);
  button.type = "button";
  button.addEventListener("click", () => showType(name, true));
  return button;
}

function describe(list, field) {
  const term = element("dt", field.name);
  if (field.args && field.args.length) {
    term.append("(" + field.args.map((argument) => argument.name + ": " + printed(argument.type)).join(", ") + ")");
  }
  if (field.type) term.append(": ", link(innermost(field.type), printed(field.type)));
  list.append(term, element("dd", field.description || ""));
  for (const argument of field.args || []) {
    if (argument.description) list.append(element("dd", argument.name + "：" + argument.description));
  }
}

function showType(name, focus) {
  const type = types.get(name);
  const place = byId("type");
  place.replaceChildren(element("h3", type.name), element("p", type.description || ""));
  const list = element("dl");
  for (const field of type.fields || type.inputFields || type.enumValues || []) describe(list, field);
  for (const possible of type.possibleTypes || []) list.append(element("dt", "", link(possible.name)));
  place.append(list);
  if (focus) place.focus();
}

function listTypes() {
  const wanted = byId("type-filter").value.trim().toLowerCase();
  const shown = [...types.values()].filter(
    (type) => !type.name.startsWith("__") && (type.name + (type.description || "")).toLowerCase().includes(wanted),
  );
  byId("types").replaceChildren(...shown.map((type) => element("li", "", link(type.name))));
}

async function readSchema() {
  const answer = await ask(INTROSPECTION, null);
  const schema = answer.data.__schema;
  types = new Map(schema.types.map((type) => [type.name, type]));
  listTypes();
  showType(schema.queryType.name, false);
}

byId("run").addEventListener("click", run);
queryBox.addEventListener("keydown", edit);
byId("examples").addEventListener("change", (event) => choose(event.target.selectedOptions[0]));
byId("type-filter").addEventListener("input", listTypes);
if (!recall()) choose(byId("examples").options[0]);
readSchema();
