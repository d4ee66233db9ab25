package roundhouse.simulation.resolving;

/** An answer: the nodes that a name stands for, in the order in which they were named; at least one. */
public final class NamedTargets {
    private final NamedTarget[] targets;

    public NamedTargets(NamedTarget[] targets) {
        this.targets = targets.clone();
    }

    public int count() {
        return targets.length;
    }

    /** One of them, the first being 0. */
    public NamedTarget get(int i) {
        return targets[i];
    }

    /** The same, beginning with that one and going round. */
    public NamedTargets from(int first) {
        if (first == 0) {
            return this;
        }
        NamedTarget[] turned = new NamedTarget[targets.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = targets[(first + i) % targets.length];
        }
        return new NamedTargets(turned);
    }
}
