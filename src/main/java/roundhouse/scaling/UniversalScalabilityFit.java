package roundhouse.scaling;

/**
 * Fits the law to measurements by least squares of the throughput (Levenberg and Marquardt), neither alpha nor beta below 0, as the R
 * package {@code usl} does.
 */
public final class UniversalScalabilityFit {
    private static final int FIGURES = 3;
    private static final int ROUNDS = 500;
    private static final double ENOUGH = 1e-15;
    private static final double HOPELESS = 1e15;

    private UniversalScalabilityFit() {}

    /**
     * @param n how many there were, at least three different numbers
     * @param throughput what they did
     */
    public static UniversalScalability of(double[] n, double[] throughput) {
        if (n.length < FIGURES || n.length != throughput.length) {
            throw new IllegalArgumentException("a fit needs at least three measurements");
        }
        UniversalScalability fit = fit(n, throughput, true, true);
        if (fit.beta() < 0) {
            fit = fit(n, throughput, true, false);
        }
        if (fit.alpha() < 0) {
            fit = fit(n, throughput, false, true);
        }
        return fit.beta() < 0 ? fit(n, throughput, false, false) : fit;
    }

    private static UniversalScalability fit(double[] n, double[] y, boolean alphaToo, boolean betaToo) {
        double gamma = 0;
        for (int i = 0; i < n.length; i++) {
            gamma = Math.max(gamma, y[i] / n[i]);
        }
        UniversalScalability best = new UniversalScalability(alphaToo ? 0.01 : 0, betaToo ? 1e-4 : 0, gamma);
        double squares = squares(best, n, y);
        double damping = 1e-3;
        for (int round = 0; round < ROUNDS && damping < HOPELESS; round++) {
            double[] step = step(best, n, y, damping, alphaToo, betaToo);
            UniversalScalability next =
                    new UniversalScalability(best.alpha() + step[0], best.beta() + step[1], best.gamma() + step[2]);
            double left = squares(next, n, y);
            if (left < squares) {
                boolean done = squares - left < ENOUGH * squares;
                best = next;
                squares = left;
                damping /= 10;
                if (done) {
                    break;
                }
            } else {
                damping *= 10;
            }
        }
        return best;
    }

    static double squares(UniversalScalability law, double[] n, double[] y) {
        double sum = 0;
        for (int i = 0; i < n.length; i++) {
            double off = y[i] - law.throughput(n[i]);
            sum += off * off;
        }
        return sum;
    }

    /** Solves the damped normal equations; a figure that stays has a row of its own alone. */
    private static double[] step(
            UniversalScalability law, double[] n, double[] y, double damping, boolean alphaToo, boolean betaToo) {
        double[][] matrix = new double[FIGURES][FIGURES + 1];
        for (int i = 0; i < n.length; i++) {
            double value = law.throughput(n[i]);
            double slope = -value * value / (law.gamma() * n[i]);
            double[] gradient = {
                alphaToo ? slope * (n[i] - 1) : 0, betaToo ? slope * n[i] * (n[i] - 1) : 0, value / law.gamma()
            };
            for (int row = 0; row < FIGURES; row++) {
                for (int column = 0; column < FIGURES; column++) {
                    matrix[row][column] += gradient[row] * gradient[column];
                }
                matrix[row][FIGURES] += gradient[row] * (y[i] - value);
            }
        }
        for (int row = 0; row < FIGURES; row++) {
            matrix[row][row] = matrix[row][row] == 0 ? 1 : matrix[row][row] * (1 + damping);
        }
        return solved(matrix);
    }

    /** Gauss; the matrix is positive definite, so no pivots are needed. */
    private static double[] solved(double[][] matrix) {
        for (int pivot = 0; pivot < FIGURES; pivot++) {
            for (int row = pivot + 1; row < FIGURES; row++) {
                double factor = matrix[row][pivot] / matrix[pivot][pivot];
                for (int column = pivot; column <= FIGURES; column++) {
                    matrix[row][column] -= factor * matrix[pivot][column];
                }
            }
        }
        double[] answer = new double[FIGURES];
        for (int row = FIGURES - 1; row >= 0; row--) {
            double rest = matrix[row][FIGURES];
            for (int column = row + 1; column < FIGURES; column++) {
                rest -= matrix[row][column] * answer[column];
            }
            answer[row] = rest / matrix[row][row];
        }
        return answer;
    }
}
