import Handlebars from 'handlebars';
import { asText, isPresent, isRecord } from './presence.ts';

const ADDRESS_ATTRIBUTES = new Set(['href', 'src', 'action', 'formaction']);

/** Escaping alone does not stop `javascript:`; our own paths, fragments and the web and mail schemes pass. */
export function safeAddress(value: unknown): string {
  const address = asText(value).trim();
  const staysHere = !/^([^/?#]*:|[/\\]{2})/.test(address);
  return staysHere || /^(https?:\/\/|mailto:|tel:)/i.test(address) ? address : '#';
}

function renderAttribute(name: string, value: unknown): string {
  if (!/^[a-zA-Z][\w.:-]*$/.test(name)) throw new Error(`"${name}" is not an attribute name.`);
  if (/^on/i.test(name) || name === 'style') throw new Error(`Inline ${name} attributes are not allowed.`);
  if (value === true) return ` ${name}`;
  const text = ADDRESS_ATTRIBUTES.has(name) ? safeAddress(value) : asText(value);
  return ` ${name}="${Handlebars.escapeExpression(text)}"`;
}

/** A component's own `attributes` option: `true` prints as text, absence as an empty value, unless marked optional. */
function renderGiven(name: string, given: unknown): string {
  const { value, optional } = isRecord(given) ? given : { value: given, optional: false };
  if (optional === true) {
    return value === undefined || value === null || value === false ? '' : renderAttribute(name, value);
  }
  return renderAttribute(name, value === true ? 'true' : (value ?? ''));
}

/**
 * `{{attrs attributes class="x" id=id disabled=disabled}}`: hash values that are undefined, null or false are left out
 * and true prints the bare name; objects before the hash are `attributes` options and come last.
 */
export function attrs(...args: unknown[]): Handlebars.SafeString {
  const options = args.pop() as Handlebars.HelperOptions;
  const own = Object.entries(options.hash as Record<string, unknown>)
    .filter(([, value]) => value !== undefined && value !== null && value !== false)
    .map(([name, value]) => renderAttribute(name, value));
  const given = args
    .filter(isRecord)
    .flatMap((set) => Object.entries(set).map(([n, v]) => renderGiven(n, v)));
  return new Handlebars.SafeString([...own, ...given].join(''));
}

/** `(cls "a" (and big "a--big") classes)`: what is present, joined by spaces. Also for aria-describedby. Undefined when empty. */
export function cls(...args: unknown[]): string | undefined {
  const parts = args.slice(0, -1).filter(isPresent);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/**
 * `(mod "nhsuk-tag--" colour classes "green,red")`: the modifier class, if the value is one of the named ones (or none are
 * named) and the classes do not choose one already.
 */
export function mod(prefix: string, value: unknown, classes: unknown, allowed?: unknown): string | undefined {
  const names = typeof allowed === 'string' ? allowed.split(',') : undefined;
  if (!isPresent(value) || (names && !names.includes(asText(value)))) return undefined;
  const chosenByClass = (names ?? [asText(value)]).some((name) => asText(classes).includes(prefix + name));
  return chosenByClass ? undefined : prefix + asText(value);
}
