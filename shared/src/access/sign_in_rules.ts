/** How a rule compares what a provider says about somebody. */
export type RuleOperator = 'equals' | 'contains' | 'starts_with' | 'matches';

/** A rule: who has this claim gets this role, everywhere or in brands. */
export interface SignInRule {
  readonly id: string;
  /** Empty: of every provider. */
  readonly provider: string | null;
  /** Name of a claim, or a path into one: `groups`, `realm_access.roles`. */
  readonly claim: string;
  readonly operator: RuleOperator;
  readonly value: string;
  readonly role_id: string;
  readonly brand_ids: readonly string[];
  readonly active: boolean;
}

/** A role that follows from rules, everywhere (`null`) or in one brand. */
export interface RoleAssignment {
  readonly role_id: string;
  readonly brand_id: string | null;
}

export interface RuleOutcome {
  readonly fired: readonly string[];
  readonly assignments: readonly RoleAssignment[];
  /** Claims that rules ask for and the provider did not send. What they would have given or taken is not known. */
  readonly missing: readonly string[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value of a claim; a name with dots may be one claim (`https://example.com/roles`) or a path. Null counts as missing. */
export function claimAt(claims: Record<string, unknown>, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path] ?? undefined;
  let value: unknown = claims;
  for (const part of path.split('.')) {
    if (!isObject(value) || !Object.hasOwn(value, part)) return undefined;
    value = value[part];
  }
  return value ?? undefined;
}

/** A pattern in which `*` is any text. Compared part by part from the left: no pattern takes longer than the text is long. */
export function matchesPattern(text: string, pattern: string): boolean {
  const [first = '', ...rest] = pattern.split('*');
  if (!text.startsWith(first)) return false;
  const last = rest.pop();
  if (last === undefined) return text === first;
  let at = first.length;
  for (const part of rest) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return text.length - last.length >= at && text.endsWith(last);
}

const compare: Record<RuleOperator, (text: string, value: string) => boolean> = {
  equals: (text, value) => text === value,
  contains: (text, value) => text.includes(value),
  starts_with: (text, value) => text.startsWith(value),
  matches: matchesPattern,
};

function fires({ operator, value }: SignInRule, found: unknown): boolean {
  const values = (Array.isArray(found) ? found : [found]).filter((one) => !isObject(one) && one !== null);
  return values.some((one) => compare[operator](String(one), value));
}

/** What follows from claims by the rules of a provider. A rule with brands gives its role in those alone. */
export function evaluateRules(
  rules: readonly SignInRule[],
  provider: string,
  claims: Record<string, unknown>,
): RuleOutcome {
  const counting = rules.filter((rule) => rule.active && (!rule.provider || rule.provider === provider));
  const missing = new Set<string>();
  const fired: string[] = [];
  const assignments = new Map<string, RoleAssignment>();
  for (const rule of counting) {
    const found = claimAt(claims, rule.claim);
    if (found === undefined) missing.add(rule.claim);
    else if (fires(rule, found)) {
      fired.push(rule.id);
      for (const brand_id of rule.brand_ids.length ? rule.brand_ids : [null])
        assignments.set(`${rule.role_id} ${brand_id}`, { role_id: rule.role_id, brand_id });
    }
  }
  return { fired, assignments: [...assignments.values()], missing: [...missing] };
}
