package roundhouse.routing.algorithms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import roundhouse.golden.Golden;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.PlainTargets;
import roundhouse.routing.Pool;
import tools.jackson.databind.JsonNode;

/** Lets a balancer serve what a recorded one served, and compares pick by pick. */
public final class RecordedPicks {
    final TestRequest request = new TestRequest();

    /** The case's targets: weights, and whichever of down and backup it gives, as a list of indexes or as one. */
    public static Pool pool(JsonNode recorded) {
        Pool pool = new Pool();
        for (int weight : Golden.ints(recorded.get("weights"))) {
            PlainTargets.add(pool, "s" + pool.size(), weight);
        }
        for (int target : indexes(recorded.get("backup"))) {
            pool.backup(target, true);
        }
        for (int target : indexes(recorded.get("down"))) {
            pool.down(target, true);
        }
        return pool;
    }

    static int[] indexes(JsonNode node) {
        return node != null && node.isNumber() ? new int[] {node.asInt()} : Golden.ints(node);
    }

    int serve(Balancer balancer, Pool pool) {
        int target = balancer.pick(request, pool);
        if (target != Balancer.NONE) {
            pool.started(target);
            balancer.started(target);
        }
        return target;
    }

    static void end(Balancer balancer, Pool pool, int target) {
        if (target != Balancer.NONE) {
            pool.finished(target);
            balancer.finished(target, 1_000_000, Outcome.OK);
        }
    }

    /** One request after another. */
    public void sequential(Balancer balancer, JsonNode recorded) {
        sequential(balancer, pool(recorded), recorded.get("picks"));
    }

    /** The same; what is not a number is an administrator's command. */
    void sequential(Balancer balancer, Pool pool, JsonNode expected) {
        assertThat(expected).isNotEmpty();
        int number = 0;
        for (JsonNode pick : expected) {
            if (pick.isString()) {
                command(pool, pick.asString().split(" "));
            } else {
                int target = serve(balancer, pool);
                end(balancer, pool, target);
                assertThat(target).as("pick %d", number).isEqualTo(pick.asInt());
                Golden.equal(1);
            }
            number++;
        }
    }

    /** "s2 state maint", "s2 maint", "s2 ready" or a weight: "s2 4". Servers count from 1. */
    private static void command(Pool pool, String... words) {
        int target = Integer.parseInt(words[0].substring(1)) - 1;
        String what = words[words.length - 1];
        switch (what) {
            case "maint" -> pool.down(target, true);
            case "ready" -> pool.down(target, false);
            default -> pool.weight(target, Integer.parseInt(what));
        }
    }

    /** Requests that stay open until they are closed. */
    public void held(Balancer balancer, JsonNode recorded) {
        Pool pool = pool(recorded);
        List<Integer> targetOf = new ArrayList<>();
        int number = 0;
        for (JsonNode op : recorded.get("ops")) {
            int id = op.get(1).asInt();
            if (op.get(0).asString().equals("open")) {
                while (targetOf.size() <= id) {
                    targetOf.add(Balancer.NONE);
                }
                targetOf.set(id, serve(balancer, pool));
                assertThat(targetOf.get(id))
                        .as("op %d: %s", number, op)
                        .isEqualTo(op.get(2).asInt());
                Golden.equal(1);
            } else {
                end(balancer, pool, targetOf.get(id));
            }
            number++;
        }
        assertThat(number).isPositive();
    }
}
