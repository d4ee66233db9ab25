package roundhouse.routing.algorithms;

import roundhouse.hashing.Placement;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The request's key decides, by any placement: so every key has a home, and a change of targets moves few of them. A target that is
 * down, out for its health or draining keeps its place but its keys are served by the placement's next choice, on a ring the next target clockwise,
 * which holds their copies. So is a key whose target is full or was tried. Backups have a placement of their own, used only
 * while no primary can serve. Where a program lets targets take turns, as nginx does after too many tries and with those of the same
 * text, the turns go on through all changes.
 *
 * <p>A pick costs the hash of the key and the placement's lookup; with a bound on load also a walk over the counts in flight. It
 * allocates nothing, unless the hash function is one of the JDK's (CRC-32, MD5, SHA-256), which are objects. The
 * placement is made anew when a target comes, goes, or changes its weight or state. What the key is as text is in
 * {@link KeyText}.
 */
final class KeyHash implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final KeyText text = new KeyText();
    private final SmoothWeights weights = new SmoothWeights();
    private KeyGroup primaries;
    private KeyGroup backups;

    KeyHash(PlacementSettings settings) {
        primaries = KeyGroup.empty(settings, settings.kind().countsEveryTarget());
        backups = primaries;
    }

    @Override
    public int pick(Request request, Pool pool) {
        follow(pool);
        long hash = primaries.placement.hash(text.bytes(request.key()));
        int target = primaries.pick(hash, request, pool, weights);
        return target != NONE ? target : backups.pick(hash, request, pool, weights);
    }

    private void follow(Pool pool) {
        if (members.refresh(pool)) {
            weights.fit(pool);
            primaries = primaries.following(pool, false);
            backups = backups.following(pool, true);
        }
    }

    @Override
    public void begin(Pool pool) {
        follow(pool);
    }

    @Override
    public void weaken(int target, int amount) {
        weights.weaken(target, amount);
    }

    @Override
    public Placement placement(Pool pool) {
        follow(pool);
        return primaries.placement;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        KeyGroup group = primaries.following(pool, false);
        long hash = group.placement.hash(text.bytes(request.key()));
        SmoothWeights turns = weights.copy();
        turns.fit(pool);
        int picked = group.pick(hash, request, pool, turns);
        if (picked == NONE) {
            group = backups.following(pool, true);
            picked = group.pick(hash, request, pool, turns);
        }
        return group.explain(hash, KeyText.of(request.key()), request, pool, picked);
    }
}
