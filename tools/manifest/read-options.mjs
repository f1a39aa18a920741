import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../setup/project.mjs';

/** @typedef {import('custom-elements-manifest/schema').ClassField & { attribute?: string, reflects?: boolean }} Field */

/**
 * The options of the element, as members of its class. They are declared in one table alone: a type is the argument of
 * `option<…>()`, a description the comment, attribute and default are what the declaration says.
 * @returns {Field[]}
 */
export function readOptions() {
  const file = 'src/element/options.ts';
  const text = readFileSync(join(root, file), 'utf8');
  const objects = constantObjects(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  const fields = objects.get('options')?.properties.flatMap((property) => toField(property, objects)) ?? [];
  if (fields.length === 0) throw new Error(`${file}: expected a table "options"`);
  return fields;
}

/**
 * The object literals that a module's constants are.
 * @param {ts.SourceFile} module
 */
function constantObjects(module) {
  const declarations = module.statements
    .filter((statement) => ts.isVariableStatement(statement))
    .flatMap(({ declarationList }) => [...declarationList.declarations]);
  return new Map(
    declarations.flatMap(({ name, initializer }) =>
      initializer && ts.isObjectLiteralExpression(initializer) ? [[name.getText(), initializer]] : [],
    ),
  );
}

/**
 * @param {ts.ObjectLiteralElementLike} property `name: option<Type>(declared)`
 * @param {Map<string, ts.ObjectLiteralExpression>} objects
 * @returns {Field[]}
 */
function toField(property, objects) {
  if (!ts.isPropertyAssignment(property) || !ts.isCallExpression(property.initializer)) return [];
  const {
    typeArguments: [type] = [],
    arguments: [given],
  } = property.initializer;
  const declared = given && ts.isIdentifier(given) ? objects.get(given.text) : given;
  const name = property.name.getText();
  const initial = textOf(declared, 'initial');
  const attribute = textOf(declared, 'attribute') ?? `'${toHyphens(name)}'`;
  return [
    {
      kind: 'field',
      name,
      type: { text: type?.getText() ?? 'unknown' },
      description: descriptionOf(property),
      ...(initial !== undefined && { default: initial.replaceAll('_', '') }),
      ...(attribute !== 'false' && { attribute: attribute.slice(1, -1) }),
      ...(textOf(declared, 'reflect') === 'true' && { reflects: true }),
    },
  ];
}

/**
 * What an object literal says under a name, as it is written.
 * @param {ts.Node | undefined} object
 * @param {string} name
 */
function textOf(object, name) {
  if (!object || !ts.isObjectLiteralExpression(object)) return undefined;
  const property = object.properties.find((one) => one.name?.getText() === name);
  return property && ts.isPropertyAssignment(property) ? property.initializer.getText() : undefined;
}

/** @param {ts.Node} node */
function descriptionOf(node) {
  const [doc] = ts.getJSDocCommentsAndTags(node);
  return (doc && ts.getTextOfJSDocComment(doc.comment)) ?? '';
}

/** @param {string} name */
function toHyphens(name) {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
