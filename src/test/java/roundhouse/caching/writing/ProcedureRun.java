package roundhouse.caching.writing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs a procedure step by step on a cache and a store. */
final class ProcedureRun {
    private final Procedure procedure;
    private final long key;
    private final Map<Long, Long> cache;
    private final RecordingStore store;
    /** What there was, as far as the procedure has looked. */
    @Nullable
    Long found;

    private final long written;
    private boolean writes;
    private DataStep step;
    /** The step that failed. */
    @Nullable
    DataStep failed;

    ProcedureRun(Procedure procedure, long key, long value, Map<Long, Long> cache, RecordingStore store) {
        this.procedure = procedure;
        this.key = key;
        this.written = value;
        this.cache = cache;
        this.store = store;
        step = procedure.first();
    }

    DataStep step() {
        return step;
    }

    boolean isOver() {
        return step == DataStep.DONE || step == DataStep.FAILED;
    }

    ProcedureRun all() {
        while (!isOver()) {
            next();
        }
        return this;
    }

    void next() {
        StepEnd end = apply();
        if (end == StepEnd.FAILED) {
            failed = step;
        }
        step = procedure.after(step, end);
    }

    private StepEnd apply() {
        return switch (step) {
            case CACHE_GET -> foundIs(cache.get(key));
            case CACHE_SET -> {
                cache.put(key, found == null || writes ? written : found);
                yield StepEnd.OK;
            }
            case CACHE_DELETE -> {
                cache.remove(key);
                yield StepEnd.OK;
            }
            case STORE_READ -> {
                store.read(key);
                yield store.refuses ? StepEnd.FAILED : foundIs(store.content.get(key));
            }
            case STORE_WRITE -> {
                writes = true;
                store.write(key, written);
                yield done();
            }
            case STORE_DELETE -> {
                store.remove(key);
                yield done();
            }
            default -> throw new IllegalStateException("no step: " + step);
        };
    }

    private StepEnd done() {
        return store.refuses ? StepEnd.FAILED : StepEnd.OK;
    }

    private StepEnd foundIs(@Nullable Long value) {
        found = value;
        return value == null ? StepEnd.NOTHING : StepEnd.OK;
    }
}
