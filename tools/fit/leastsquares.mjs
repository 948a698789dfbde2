/** Non-negative least squares with a light ridge, by coordinate descent on the normal equations. */
export function nonNegative(rows, targets, weights, signed = [], ridge = 1e-4) {
  const n = rows[0].length;
  const a = Array.from({ length: n }, () => new Float64Array(n));
  const b = new Float64Array(n);
  for (let r = 0; r < rows.length; r++) {
    const row = rows[r];
    const w = weights[r];
    for (let i = 0; i < n; i++) {
      if (row[i] !== 0) {
        b[i] += w * row[i] * targets[r];
        for (let j = 0; j < n; j++) {
          a[i][j] += w * row[i] * row[j];
        }
      }
    }
  }
  const x = new Float64Array(n);
  for (let pass = 0; pass < 3000; pass++) {
    for (let i = 0; i < n; i++) {
      if (a[i][i] > 0) {
        let gradient = b[i];
        for (let j = 0; j < n; j++) {
          gradient -= a[i][j] * x[j];
        }
        const step = gradient + a[i][i] * x[i];
        x[i] = step / (a[i][i] * (1 + ridge));
        if (!signed.includes(i)) {
          x[i] = Math.max(0, x[i]);
        }
      }
    }
  }
  return x;
}
