/// <reference types="node" />
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** Default texts by their keys, as `t(key, text)` and `<Trans i18nKey>text</Trans>` in the sources give them. */
export function collectMessages(root: string, isIncluded: (path: string) => boolean): Map<string, string> {
  const messages = new Map<string, string>();
  for (const path of sourceFiles(root).filter((path) => isIncluded(relative(root, path)))) {
    const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
    const add = (key: string, text: string) => {
      if (messages.has(key) && messages.get(key) !== text) {
        throw new Error(`${path}: two texts for the key ${key}`);
      }
      messages.set(key, text);
    };
    visit(file, add);
  }
  return messages;
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .map((path) => join(folder, path));
}

function visit(node: ts.Node, add: (key: string, text: string) => void): void {
  if (ts.isCallExpression(node) && node.expression.getText() === 't') {
    const [key, text, values] = node.arguments;
    if (!key || !text || !ts.isStringLiteralLike(key) || !ts.isStringLiteralLike(text)) {
      throw new Error(`${node.getSourceFile().fileName}: t() needs a key and a text, both literal: ${node.getText()}`);
    }
    if (text.text.includes('{{') && !values?.getText().includes('AS_IT_IS')) {
      throw new Error(`${node.getSourceFile().fileName}: without AS_IT_IS, values are escaped: ${node.getText()}`);
    }
    add(key.text, text.text);
  }
  if (ts.isJsxElement(node) && node.openingElement.tagName.getText() === 'Trans') {
    add(transKey(node.openingElement), transText(node));
  }
  node.forEachChild((child) => visit(child, add));
}

function transKey(element: ts.JsxOpeningElement): string {
  for (const attribute of element.attributes.properties) {
    if (ts.isJsxAttribute(attribute) && attribute.name.getText() === 'i18nKey') {
      if (attribute.initializer && ts.isStringLiteral(attribute.initializer)) {
        return attribute.initializer.text;
      }
    }
  }
  throw new Error(`${element.getSourceFile().fileName}: <Trans> needs a literal i18nKey`);
}

/** The text as React sees it: lines folded into one. */
function transText({ children }: ts.JsxElement): string {
  return children
    .map((child) => {
      if (ts.isJsxText(child)) {
        return child.text.replace(/\s*\n\s*/g, '\n');
      }
      if (ts.isJsxExpression(child) && child.expression && ts.isStringLiteral(child.expression)) {
        return child.expression.text;
      }
      throw new Error(`${child.getSourceFile().fileName}: only text and {'{{values}}'} inside <Trans>`);
    })
    .join('')
    .replace(/^\n|\n$/g, '')
    .replace(/\n/g, ' ');
}
