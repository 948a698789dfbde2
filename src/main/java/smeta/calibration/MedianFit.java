package smeta.calibration;

/**
 * Weighted least absolute deviations: finds the numbers β for which the rows' x·β are nearest to their targets in the
 * sense that half of the deviations are above and half below, so that a minority of wild rows moves nothing. Solved by
 * least squares with weights that are made anew (Schlossmacher, An iterative technique for absolute deviations curve
 * fitting, JASA 1973). Each β is drawn to a prior as one more row would, by its absolute distance too: it decides where
 * rows say little, and gives way where a few of them agree.
 */
final class MedianFit {
    private static final int ROUNDS = 60;
    /** Smaller deviations weigh as if they were so large; relative. */
    private static final double LEAST = 1e-4;

    private static final double PRIOR_ROWS = 1;

    private MedianFit() {}

    /**
     * @param rows    already divided by each row's size, as are the targets
     * @param weights how often each row came
     */
    static double[] solve(double[][] rows, double[] targets, double[] weights, double[] prior) {
        double[] beta = prior.clone();
        for (int round = 0; round < ROUNDS; round++) {
            beta = step(rows, targets, weights, prior, beta);
        }
        return beta;
    }

    private static double[] step(double[][] rows, double[] targets, double[] weights, double[] prior, double[] beta) {
        int size = prior.length;
        double[][] normal = new double[size][size + 1];
        double[] squares = new double[size];
        double[] present = new double[size];
        for (int i = 0; i < rows.length; i++) {
            double[] row = rows[i];
            double off = Math.abs(targets[i] - dot(row, beta));
            double weight = weights[i] / Math.max(off, LEAST);
            for (int j = 0; j < size; j++) {
                if (row[j] == 0) {
                    continue;
                }
                squares[j] += weights[i] * row[j] * row[j];
                present[j] += weights[i];
                for (int k = 0; k < size; k++) {
                    normal[j][k] += weight * row[j] * row[k];
                }
                normal[j][size] += weight * row[j] * targets[i];
            }
        }
        for (int j = 0; j < size; j++) {
            double typical = present[j] == 0 ? 1 : Math.sqrt(squares[j] / present[j]);
            double off = Math.abs(prior[j] - beta[j]) * typical;
            double pull = PRIOR_ROWS * typical * typical / Math.max(off, LEAST);
            normal[j][j] += pull;
            normal[j][size] += pull * prior[j];
        }
        return eliminated(normal);
    }

    private static double dot(double[] row, double[] beta) {
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += row[j] * beta[j];
        }
        return sum;
    }

    /** Gauss with pivots; the prior keeps the matrix regular. */
    private static double[] eliminated(double[][] normal) {
        int size = normal.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(normal[row][column]) > Math.abs(normal[pivot][column]) ? row : pivot;
            }
            double[] swap = normal[column];
            normal[column] = normal[pivot];
            normal[pivot] = swap;
            for (int row = column + 1; row < size; row++) {
                double factor = normal[row][column] / normal[column][column];
                for (int k = column; k <= size; k++) {
                    normal[row][k] -= factor * normal[column][k];
                }
            }
        }
        double[] beta = new double[size];
        for (int row = size - 1; row >= 0; row--) {
            double sum = normal[row][size];
            for (int k = row + 1; k < size; k++) {
                sum -= normal[row][k] * beta[k];
            }
            beta[row] = sum / normal[row][row];
        }
        return beta;
    }
}
