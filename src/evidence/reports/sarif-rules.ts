import { type Json, type JsonObject, at, indexOf, listOf, objectOf, textOf } from './json.ts';

/** The rules of one run: its tool's own and those of the tool's extensions. */
export class SarifRules {
  private readonly components: readonly (readonly Json[])[];
  private readonly byId: ReadonlyMap<string, JsonObject>;

  constructor(private readonly run: JsonObject) {
    const extensions = listOf(at(run, 'tool', 'extensions'));
    this.components = [at(run, 'tool', 'driver'), ...extensions].map((one) => listOf(at(one, 'rules')));
    const byId = new Map<string, JsonObject>();
    for (const rule of this.components.flat().map(objectOf)) {
      const id = textOf(rule['id']);
      if (id !== undefined && !byId.has(id)) byId.set(id, rule);
    }
    this.byId = byId;
  }

  /** The ids of all rules. */
  get ids(): Iterable<string> {
    return this.byId.keys();
  }

  /** The rule of a result, by its place in the tool or in one of its extensions, or by its id; `a/b` is a part of the rule `a`. */
  of(result: JsonObject): JsonObject {
    const place = indexOf(at(result, 'rule', 'index')) ?? indexOf(result['ruleIndex']);
    const placed = place === undefined ? undefined : this.componentOf(result)[place];
    if (placed !== undefined) return objectOf(placed);
    const id = idOf(result);
    for (let name = id ?? ''; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/')))) {
      const rule = this.byId.get(name);
      if (rule) return rule;
    }
    return {};
  }

  private componentOf(result: JsonObject): readonly Json[] {
    const component = at(result, 'rule', 'toolComponent');
    const index = indexOf(at(component, 'index'));
    if (index !== undefined) return this.components[index + 1] ?? [];
    const name = textOf(at(component, 'name'));
    if (name === undefined || name === at(this.run, 'tool', 'driver', 'name')) return this.components[0]!;
    const extension = listOf(at(this.run, 'tool', 'extensions')).findIndex((one) => at(one, 'name') === name);
    return this.components[extension + 1] ?? [];
  }
}

/** The id that a result gives its rule. */
export function idOf(result: JsonObject): string | undefined {
  return textOf(result['ruleId']) ?? textOf(at(result, 'rule', 'id'));
}
