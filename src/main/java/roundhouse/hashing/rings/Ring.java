package roundhouse.hashing.rings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;

/**
 * The consistent-hash ring: a key belongs to the first token clockwise of its hash.
 *
 * <p>Idea: each target has tokens on a ring of 2⁶⁴ positions (of which the first 48 bits count), {@code virtualNodes} for each unit of
 * weight; token j of target T stands at the hash of {@code "T#j"}. A target that joins takes keys only from those clockwise behind
 * its tokens, one that leaves gives its keys only to those. Any token can be moved by hand; the ring remembers which were.
 *
 * <p>Cost: a lookup is about two array reads; joining or leaving copies the ring once, without sorting it. Assumes that the hash
 * spreads well: the share of a target varies by about 1 ÷ √(its tokens).
 *
 * <p>Source: Karger et al., "Consistent Hashing and Random Trees", STOC 1997; virtual nodes as in DeCandia et al., "Dynamo", SOSP
 * 2007.
 */
public final class Ring extends PointPlacement {
    /** Tokens for each unit of weight, as libketama has it. */
    public static final int DEFAULT_VIRTUAL_NODES = 160;

    private final int virtualNodes;
    /** The tokens of all targets. */
    private final PointIndex all;
    /** The tokens of targets that are up; the same object as {@link #all} when all are. */
    private final PointIndex live;

    private final List<MovedToken> moved;

    /**
     * A token that was moved by hand.
     *
     * @param target the name of its target
     * @param number which of the target's tokens, from 0
     * @param position where it stands now, unsigned; the last 16 bits do not count
     */
    public record MovedToken(String target, int number, long position) {}

    /**
     * A token.
     *
     * @param target the index of its target
     * @param number which of the target's tokens, from 0
     * @param position where it stands, unsigned
     * @param moved whether it was moved there by hand
     */
    public record Token(int target, int number, long position, boolean moved) {}

    /** The tokens of all targets, also of those that are down, in order of position: where each stands, and whose it is. */
    public record Tokens(long[] positions, int[] owners) {
        public int size() {
            return owners.length;
        }
    }

    public Ring(List<Target> targets, HashFunction function, int virtualNodes) {
        this(targets, function, virtualNodes, List.of());
    }

    /** A ring with tokens moved by hand; those of targets it does not have, or of numbers they do not have, are dropped. */
    public Ring(List<Target> targets, HashFunction function, int virtualNodes, List<MovedToken> moved) {
        super(targets, function);
        if (virtualNodes < 1) {
            throw new IllegalArgumentException("virtual nodes must be 1 or more, not " + virtualNodes);
        }
        this.virtualNodes = virtualNodes;
        this.moved = moved.stream()
                .filter(token -> {
                    int target = indexOf(token.target());
                    return target != NONE && token.number() >= 0 && token.number() < count(target);
                })
                .toList();
        totalWeight(virtualNodes, PointIndex.MAX_POINTS);
        all = build();
        live = usable == targets.size() ? all : all.only(this::usable);
    }

    private Ring(Ring from, List<Target> targets, PointIndex all, PointIndex live, List<MovedToken> moved) {
        super(targets, from.function);
        this.virtualNodes = from.virtualNodes;
        this.all = all;
        this.live = live;
        this.moved = moved;
    }

    private PointIndex build() {
        long[] points = new long[0];
        int size = 0;
        for (int target = 0; target < targets.size(); target++) {
            long[] tokens = tokens(target);
            if (size + tokens.length > points.length) {
                points = Arrays.copyOf(points, Math.max(size + tokens.length, 2 * points.length));
            }
            System.arraycopy(tokens, 0, points, size, tokens.length);
            size += tokens.length;
        }
        return PointIndex.of(Arrays.copyOf(points, size));
    }

    /** How many tokens the target has. */
    private int count(int target) {
        return targets.get(target).weight() * virtualNodes;
    }

    /** The target's tokens, in order of their numbers. */
    private long[] tokens(int target) {
        return tokens(targets.get(target), target);
    }

    private long[] tokens(Target target, int owner) {
        byte[] text = (target.name() + "#").getBytes(java.nio.charset.StandardCharsets.UTF_8);
        int count = target.weight() * virtualNodes;
        long[] points = new long[count];
        for (int number = 0; number < count; number++) {
            points[number] = PointIndex.point(function.position(numbered(text, number)), owner);
        }
        for (MovedToken token : moved) {
            if (token.target().equals(target.name()) && token.number() < count) {
                points[token.number()] = PointIndex.point(token.position(), owner);
            }
        }
        return points;
    }

    /** The text followed by the number in decimal. */
    private static byte[] numbered(byte[] text, int number) {
        int digits = number < 10
                ? 1
                : number < 100
                        ? 2
                        : number < 1000 ? 3 : Integer.toString(number).length();
        byte[] all = Arrays.copyOf(text, text.length + digits);
        for (int at = all.length - 1; at >= text.length; at--) {
            all[at] = (byte) ('0' + number % 10);
            number /= 10;
        }
        return all;
    }

    @Override
    public Ring rebuild(List<Target> targets) {
        return new Ring(targets, function, virtualNodes, moved);
    }

    @Override
    public Ring with(Target target) {
        List<Target> more = new ArrayList<>(targets);
        more.add(target);
        if (targets.size() == PointIndex.MAX_OWNERS || indexOf(target.name()) != NONE) {
            return rebuild(more);
        }
        long[] tokens = tokens(target, targets.size());
        Arrays.sort(tokens);
        PointIndex everyone = all.insert(tokens);
        PointIndex alive = target.usable() ? (live == all ? everyone : live.insert(tokens)) : live;
        return new Ring(this, more, everyone, alive, moved);
    }

    @Override
    public Ring without(int target) {
        List<Target> fewer = new ArrayList<>(targets);
        String name = fewer.remove(target).name();
        long[] tokens = tokens(target);
        Arrays.sort(tokens);
        PointIndex everyone = all.remove(tokens, target);
        PointIndex alive = live == all ? everyone : live.remove(usable(target) ? tokens : new long[0], target);
        return new Ring(
                this,
                fewer,
                everyone,
                alive,
                moved.stream().filter(token -> !token.target().equals(name)).toList());
    }

    @Override
    public Ring replace(int target, Target replacement) {
        List<Target> others = new ArrayList<>(targets);
        others.set(target, replacement);
        return rebuild(others);
    }

    @Override
    public Ring down(int target, boolean down) {
        return replace(target, targets.get(target).withDown(down));
    }

    public Tokens tokens() {
        long[] positions = new long[all.size()];
        int[] owners = new int[positions.length];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = all.position(i);
            owners[i] = all.owner(i);
        }
        return new Tokens(positions, owners);
    }

    /** The target's tokens, in order of their numbers. */
    public List<Token> tokensOf(int target) {
        String name = targets.get(target).name();
        long[] points = tokens(target);
        boolean[] byHand = new boolean[points.length];
        moved.stream().filter(token -> token.target().equals(name)).forEach(token -> byHand[token.number()] = true);
        List<Token> tokens = new ArrayList<>(points.length);
        for (int number = 0; number < points.length; number++) {
            tokens.add(new Token(target, number, PointIndex.positionOf(points[number]), byHand[number]));
        }
        return tokens;
    }

    /** The token that is first at or after the position, whether its target is up or not. Not for a ring without tokens. */
    public Token tokenAt(long position) {
        int index = all.firstOrWrap(position);
        long stands = all.position(index);
        return tokensOf(all.owner(index)).stream()
                .filter(token -> token.position() == stands)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public long hash(byte[] key) {
        return function.position(key);
    }

    @Override
    public boolean servedByReplicas() {
        return true;
    }

    @Override
    public int place(long keyHash) {
        return usable == 0 ? NONE : live.ownerAt(keyHash);
    }

    @Override
    public PointIndex pointIndex() {
        return live;
    }

    @Override
    public int start(long keyHash) {
        return live.firstOrWrap(keyHash);
    }

    @Override
    public long memory() {
        return all.memory() + (live == all ? 0 : live.memory());
    }
}
