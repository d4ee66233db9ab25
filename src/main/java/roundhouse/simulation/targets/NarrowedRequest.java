package roundhouse.simulation.targets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/** A request that only some targets of a pool may serve: as if the others had been tried. One after the other. */
abstract class NarrowedRequest implements Request {
    private @Nullable Request seen;

    final NarrowedRequest seeing(Request request) {
        seen = request;
        return this;
    }

    /** Whether the target may not serve it, whatever was tried. */
    abstract boolean isBarred(int target);

    /** Why not, in words. */
    abstract String bar(int target);

    private Request request() {
        return Objects.requireNonNull(seen);
    }

    @Override
    public final boolean tried(int target) {
        return isBarred(target) || request().tried(target);
    }

    @Override
    public final boolean anyTried() {
        return true;
    }

    @Override
    public final String refusal(int target) {
        return request().tried(target) ? request().refusal(target) : bar(target);
    }

    @Override
    public final Address client() {
        return request().client();
    }

    @Override
    public final int region() {
        return request().region();
    }

    @Override
    public final long session() {
        return request().session();
    }

    @Override
    public final long key() {
        return request().key();
    }

    @Override
    public final RequestKind kind() {
        return request().kind();
    }
}
