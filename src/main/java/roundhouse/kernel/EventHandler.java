package roundhouse.kernel;

/** Is told when one of its events comes due. Registered with one kernel, under a name that goes into the digest. */
public abstract class EventHandler {
    private final int number;
    private final String label;
    private final long name;

    /** @param name its name in the digest; handlers may share one */
    @SuppressWarnings("this-escape") // The kernel only stores it; no event comes before the constructor has ended.
    protected EventHandler(Kernel kernel, String name) {
        this.label = name;
        this.name = Mix.text(0, name);
        this.number = kernel.register(this);
    }

    /** An event scheduled for this handler comes due; the kernel's clock stands at its time. */
    protected abstract void fire(int argument);

    /** Its number among the kernel's handlers. */
    public final int number() {
        return number;
    }

    final String label() {
        return label;
    }

    final long name() {
        return name;
    }
}
