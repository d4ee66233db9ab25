package roundhouse.simulation.engine;

/** Says in words why a limit holds an attempt up, while it does. */
public interface LimitExplainer {
    /** What the limit is called. */
    String title();

    /** Of whom the attempt is as far as the limit counts, "address 10.0.0.1"; empty where all count together. */
    String whose(Attempt attempt);

    /** With what those that are turned away are answered, an HTTP status. */
    int status();
}
