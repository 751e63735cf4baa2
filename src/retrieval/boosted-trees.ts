/**
 * Gradient-boosted regression trees (Friedman 2001) that give log-odds: a sum of small trees, each of which asks of one
 * feature at a time whether it is at most a threshold.
 */
export interface BoostedTrees<Feature extends string> {
  readonly base: number;
  readonly trees: readonly Tree<Feature>[];
}

/** A leaf's log-odds, or a question and the trees for yes and no. */
export type Tree<Feature extends string> =
  | number
  | {
      readonly feature: Feature;
      readonly atMost: number;
      readonly yes: Tree<Feature>;
      readonly no: Tree<Feature>;
    };

/** What the trees say together. */
export function logOdds<Feature extends string>(
  { base, trees }: BoostedTrees<Feature>,
  features: Readonly<Record<Feature, number>>,
): number {
  return trees.reduce<number>((sum, tree) => sum + leafOf(tree, features), base);
}

function leafOf<Feature extends string>(tree: Tree<Feature>, features: Readonly<Record<Feature, number>>): number {
  let node = tree;
  while (typeof node !== 'number') node = features[node.feature] <= node.atMost ? node.yes : node.no;
  return node;
}
