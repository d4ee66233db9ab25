package roundhouse.naming;

/** Turned a step further with each answer. */
final class TurningOrder implements AnswerOrder {
    private final int step;
    private int rest;
    private int turned;

    /**
     * @param rest answers before it begins to turn, beside the first
     * @param step 1 to the left, -1 to the right
     */
    TurningOrder(int rest, int step) {
        this.rest = rest;
        this.step = step;
    }

    @Override
    public void next(int queryId, int[] order) {
        Rotations.left(turned, order);
        if (rest > 0) {
            rest--;
        } else {
            turned = (turned + step) % order.length;
        }
    }
}
