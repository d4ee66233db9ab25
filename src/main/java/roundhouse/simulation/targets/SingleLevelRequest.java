package roundhouse.simulation.targets;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/** A request that only the primaries of a pool may serve, or only its backups: as if the others had been tried. One after the other. */
final class SingleLevelRequest implements Request {
    private final Pool pool;
    private @Nullable Request seen;
    private boolean backups;

    SingleLevelRequest(Pool pool) {
        this.pool = pool;
    }

    SingleLevelRequest see(Request request, boolean backups) {
        seen = request;
        this.backups = backups;
        return this;
    }

    private Request request() {
        return Objects.requireNonNull(seen);
    }

    @Override
    public boolean tried(int target) {
        return pool.isBackup(target) != backups || request().tried(target);
    }

    @Override
    public boolean anyTried() {
        return true;
    }

    @Override
    public String refusal(int target) {
        return request().tried(target) ? request().refusal(target) : pool.isBackup(target) ? "backup" : "primary";
    }

    @Override
    public Address client() {
        return request().client();
    }

    @Override
    public int region() {
        return request().region();
    }

    @Override
    public long session() {
        return request().session();
    }

    @Override
    public long key() {
        return request().key();
    }

    @Override
    public RequestKind kind() {
        return request().kind();
    }
}
