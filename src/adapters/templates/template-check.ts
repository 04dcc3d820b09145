import Handlebars from 'handlebars';
import type { TemplateFile } from './template-files.ts';

/**
 * Collects the partials a template asks for, by `{{> name}}` or by the `component` and `render` helpers, and the plain
 * `{{name}}`s, of which one that is also a helper's name would call the helper instead of printing the view's value.
 */
class TemplateNames extends Handlebars.Visitor {
  readonly found: string[] = [];
  readonly printed: string[] = [];
  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const bare = node.params.length === 0 && (node.hash as hbs.AST.Hash | undefined) === undefined;
    if (bare && 'original' in node.path) this.printed.push(String(node.path.original));
    super.MustacheStatement(node);
  }
  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.note(node.name);
    super.PartialStatement(node);
  }
  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.note(node.name);
    super.PartialBlockStatement(node);
  }
  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.noteCall(node.path, node.params);
    super.BlockStatement(node);
  }
  override SubExpression(node: hbs.AST.SubExpression): void {
    this.noteCall(node.path, node.params);
    super.SubExpression(node);
  }
  private note(name: hbs.AST.Node & { original?: unknown }): void {
    if (typeof name.original === 'string' && name.original !== '@partial-block')
      this.found.push(name.original);
  }
  private noteCall(path: hbs.AST.Node & { original?: unknown }, params: hbs.AST.Expression[]): void {
    const [first] = params as (hbs.AST.Expression & { value?: unknown })[];
    if ((path.original === 'component' || path.original === 'render') && typeof first?.value === 'string') {
      this.found.push(first.value);
    }
  }
}

/** Parses one template; a syntax error or a partial that does not exist stops the start and names the file. */
export function parseTemplate(
  file: TemplateFile,
  known: { readonly partials: ReadonlySet<string>; readonly helpers: ReadonlySet<string> },
): hbs.AST.Program {
  try {
    const program = Handlebars.parse(file.source);
    const names = new TemplateNames();
    names.accept(program);
    const missing = names.found.find((name) => !known.partials.has(name));
    if (missing !== undefined) throw new Error(`there is no partial "${missing}"`);
    const shadowed = names.printed.find((name) => known.helpers.has(name));
    if (shadowed !== undefined) throw new Error(`"${shadowed}" is a helper; write {{this.${shadowed}}}`);
    return program;
  } catch (error) {
    throw new Error(`Template ${file.name}: ${(error as Error).message}`, { cause: error });
  }
}
