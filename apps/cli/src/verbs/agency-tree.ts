import { type KnownAgency } from '../platform/operator-answers.js';

/** An agency with those directly under it. */
export interface Branch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: string;
  readonly children: readonly Branch[];
}

/** The tree under `root`; the trees of all that have nobody above them where it is absent. */
export const branchesOf = (agencies: readonly KnownAgency[], root?: string): readonly Branch[] => {
  const known = new Set(agencies.map(({ id }) => id));
  const under = new Map<string, KnownAgency[]>();
  for (const agency of agencies) {
    const { parent } = agency.placement;
    // One that is not there on the day has nobody under it.
    const above = parent !== undefined && known.has(parent) ? parent : TOP;
    under.set(above, [...(under.get(above) ?? []), agency]);
  }
  const branchOf = ({ id, code, name, placement }: KnownAgency): Branch => {
    const children = (under.get(id) ?? []).map(branchOf);
    return { id, code, name, level: placement.level, children };
  };
  const roots =
    root === undefined ? (under.get(TOP) ?? []) : agencies.filter(({ id }) => id === root);
  return roots.map(branchOf);
};

const TOP = '';

/** A line for each agency, those under another set in. */
export const drawn = (branches: readonly Branch[], indent = ''): readonly string[] =>
  branches.flatMap(({ code, name, id, children }) => [
    `${indent}${code}  ${name}  (${id})`,
    ...drawn(children, `${indent}  `),
  ]);
