/** One question's candidates: their features, and which of them answers. */
export interface Choice {
  readonly features: readonly (readonly number[])[];
  readonly right: number;
}

const STEPS = 400;
const RATE = 0.2;
const SHRINKAGE = 1e-3;

/** Weights that make the right candidate likely: multinomial logistic regression by Adam (Kingma and Ba 2015). */
export function fitWeights(choices: readonly Choice[], width: number): number[] {
  const weights = new Array<number>(width).fill(1);
  const mean = new Array<number>(width).fill(0);
  const square = new Array<number>(width).fill(0);
  for (let step = 1; step <= STEPS; step++) {
    const slope = slopeOf(choices, weights);
    for (let j = 0; j < width; j++) {
      mean[j] = 0.9 * mean[j]! + 0.1 * slope[j]!;
      square[j] = 0.99 * square[j]! + 0.01 * slope[j]! ** 2;
      weights[j]! -= (RATE * (mean[j]! / (1 - 0.9 ** step))) / (Math.sqrt(square[j]! / (1 - 0.99 ** step)) + 1e-8);
    }
  }
  return weights;
}

export function scoreOf(features: readonly number[], weights: readonly number[]): number {
  return features.reduce((sum, value, j) => sum + value * weights[j]!, 0);
}

function slopeOf(choices: readonly Choice[], weights: readonly number[]): number[] {
  const slope = weights.map((weight) => SHRINKAGE * weight);
  for (const { features, right } of choices) {
    const scores = features.map((each) => scoreOf(each, weights));
    const highest = Math.max(...scores);
    const odds = scores.map((score) => Math.exp(score - highest));
    const total = odds.reduce((sum, each) => sum + each, 0);
    for (let j = 0; j < weights.length; j++) {
      const expected = features.reduce((sum, each, i) => sum + (odds[i]! / total) * each[j]!, 0);
      slope[j]! += (expected - features[right]![j]!) / choices.length;
    }
  }
  return slope;
}
