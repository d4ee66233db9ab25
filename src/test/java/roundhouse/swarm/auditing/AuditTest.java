package roundhouse.swarm.auditing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static roundhouse.simulation.testing.Systems.SECOND;
import static roundhouse.simulation.testing.Systems.at;
import static roundhouse.simulation.testing.Systems.fixed;
import static roundhouse.simulation.testing.Systems.link;
import static roundhouse.simulation.testing.Systems.server;
import static roundhouse.simulation.testing.Systems.system;

import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.caching.freshness.Freshness;
import roundhouse.simulation.Run;
import roundhouse.simulation.engine.CacheLedger;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.data.CacheCapacity;
import roundhouse.topology.nodes.data.CacheSettings;
import roundhouse.topology.nodes.data.DataSettings;
import roundhouse.topology.nodes.data.DataStrategy;
import roundhouse.topology.nodes.data.TtlStart;
import roundhouse.topology.nodes.data.WriteFlush;
import roundhouse.topology.nodes.parts.Hedge;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;

/**
 * What the audit finds. A cache that does wrong is one that does something else than it says: something stands between it and the audit
 * that says so.
 */
class AuditTest {
    private static final CacheSettings USUAL =
            CacheSettings.of(150).with(CacheSettings.TTL, Duration.ofSeconds(2)).with(CacheSettings.TTL_JITTER, 0.2);

    /** Write-back through a cache of the server and one that is shared, which crashes with what is not stored. */
    private static Topology topology(CacheSettings cache) {
        return topology(cache, WriteFlush.SETTINGS.usual().with(WriteFlush.EVERY, Duration.ofSeconds(1)));
    }

    private static Topology topology(CacheSettings cache, WriteFlush flush) {
        DataSettings data = DataSettings.SETTINGS
                .usual()
                .with(DataSettings.STRATEGY, DataStrategy.WRITE_BACK)
                .with(DataSettings.CACHE, List.of("cache"));
        return system(
                        7,
                        List.of(
                                Clients.of("users", new Arrivals.Poisson(400))
                                        .with(Clients.KEYS, new KeyDistribution.Zipf(200, 0.9))
                                        .with(Clients.READS, 0.97),
                                server("web", 16, fixed(100))
                                        .with(Server.CACHE, cache)
                                        .with(Server.DATA, data),
                                CacheNode.of("cache", cache)
                                        .with(CacheNode.STORE, "db")
                                        .with(CacheNode.FLUSH, flush),
                                Database.of("db", fixed(2_000))
                                        .with(Database.CORES, 8)
                                        .with(Database.CACHE, cache)),
                        List.of(link("users", "web"), link("web", "cache"), link("cache", "db")))
                .withScenario(List.of(
                        at(5.5, new Command.Crash("cache")),
                        at(6, new Command.Recover("cache")),
                        at(8, new Command.Flush("cache"))));
    }

    private static Run run(Topology topology, UnaryOperator<CacheLedger> between) {
        Audit audit = new Audit(between);
        Run run = Run.of(topology, audit);
        for (int tenths = 1; tenths <= 120; tenths++) {
            run.runUntil(tenths * SECOND / 10);
            audit.check(run.report());
        }
        return run;
    }

    /** Tells the audit what it was told, if nothing else is said. */
    private abstract static class Lies extends CacheLedger {
        final CacheLedger to;

        Lies(CacheLedger to) {
            this.to = to;
        }

        @Override
        public void cacheIs(int cache, String name, @Nullable CacheSettings settings) {
            to.cacheIs(cache, name, settings);
        }

        @Override
        public void looked(int cache, long key) {
            to.looked(cache, key);
        }

        @Override
        public void kept(int cache, long key, long stamp, int bytes, long lifeNanos) {
            to.kept(cache, key, stamp, bytes, lifeNanos);
        }

        @Override
        public void went(int cache, long key) {
            to.went(cache, key);
        }

        @Override
        public void gave(int cache, long key, long stamp, boolean failed) {
            to.gave(cache, key, stamp, failed);
        }

        @Override
        public void gavePending(int cache, long key, long stamp) {
            to.gavePending(cache, key, stamp);
        }

        @Override
        public void dirty(String node, int dataset, long key, long stamp) {
            to.dirty(node, dataset, key, stamp);
        }

        @Override
        public void dirtyLost(String node) {
            to.dirtyLost(node);
        }

        @Override
        public void dirtyRefused(String node, int dataset, long key, long stamp) {
            to.dirtyRefused(node, dataset, key, stamp);
        }

        @Override
        public void stored(int dataset, long key, long stamp) {
            to.stored(dataset, key, stamp);
        }

        @Override
        public void acknowledged(long key, long stamp) {
            to.acknowledged(key, stamp);
        }
    }

    /** The cache does not heed a setting: what it is said to be differs from what it is. */
    private static UnaryOperator<CacheLedger> said(UnaryOperator<CacheSettings> settings) {
        return to -> new Lies(to) {
            @Override
            public void cacheIs(int cache, String name, @Nullable CacheSettings its) {
                super.cacheIs(cache, name, its == null ? null : settings.apply(its));
            }
        };
    }

    private static void isFound(String name, UnaryOperator<CacheLedger> between) {
        assertThatThrownBy(() -> run(topology(USUAL), between))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @EnumSource(Freshness.class)
    void nothingIsFoundWhereAllIsRight(Freshness rule) {
        for (TtlStart from : TtlStart.values()) {
            Run run = run(
                    topology(USUAL.with(CacheSettings.FRESHNESS, rule)
                            .with(CacheSettings.TTL_FROM, from)
                            .with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofSeconds(1))),
                    UnaryOperator.identity());
            assertThat(run.report().data())
                    .satisfies(data -> assertThat(data.lostAcknowledgedWrites()).isPositive());
        }
    }

    /** As Ehcache has it, a batch that the store refuses is not tried again, so that it is neither in the cache nor in the store. */
    @Test
    void batchesThatTheStoreRefusesAreLost() {
        WriteFlush batches = WriteFlush.SETTINGS
                .usual()
                .with(WriteFlush.DELAY, Duration.ofMillis(200))
                .with(WriteFlush.BATCH, 5);
        Topology refusing = topology(USUAL, batches)
                .withScenario(List.of(at(3, new Command.Crash("db")), at(6, new Command.Recover("db"))));
        assertThat(run(refusing, UnaryOperator.identity()).report().data())
                .satisfies(data -> assertThat(data.lostAcknowledgedWrites()).isPositive());
        assertThatThrownBy(() -> run(refusing, to -> new Lies(to) {
                    @Override
                    public void dirtyRefused(String node, int dataset, long key, long stamp) {}
                }))
                .hasMessageContaining("an acknowledged write that is there is not counted as lost");
    }

    /**
     * As Hazelcast has it, a flush of which the store refused a part is tried again whole, the older writes of a key first: those take
     * the place of newer ones, which are not lost as long as the cache is to write them again, too.
     */
    @Test
    void whatIsWrittenAgainIsNotLost() {
        WriteFlush each = WriteFlush.SETTINGS
                .usual()
                .with(WriteFlush.EVERY, Duration.ofSeconds(1))
                .with(WriteFlush.COALESCE, false);
        Topology failing = topology(USUAL, each)
                .withScenario(List.of(at(3, new Command.Errors("db", 0.3)), at(9, new Command.Recover("db"))));
        assertThat(run(failing, UnaryOperator.identity()).report().data())
                .satisfies(data -> assertThat(data.lostAcknowledgedWrites()).isZero());
    }

    /** Both attempts of a hedged request are written while they wait together; the client is told of the earlier one later than that. */
    @Test
    void aWriteWhosePlaceAnotherTookBeforeItWasAcknowledgedIsLostWithIt() {
        Topology usual = topology(USUAL);
        Topology hedged = usual.withNodes(usual.nodes().stream()
                        .map(node -> node instanceof Clients clients
                                ? clients.with(Clients.HEDGE, new Hedge(Duration.ofMillis(20), 1))
                                : node)
                        .toList())
                .withLinks(List.of(link("users", "web"), link("web", "cache", fixed(100_000)), link("cache", "db")));
        assertThat(run(hedged, UnaryOperator.identity()).report().data())
                .satisfies(data -> assertThat(data.lostAcknowledgedWrites()).isPositive());
    }

    @Test
    void observingChangesNothing() {
        Run alone = Run.of(topology(USUAL));
        alone.runUntil(12 * SECOND);
        assertThat(run(topology(USUAL), UnaryOperator.identity()).digest()).isEqualTo(alone.digest());
    }

    @Test
    void moreThanTheCapacity() {
        isFound(
                "a cache does not exceed its capacity",
                said(its -> its.with(CacheSettings.CAPACITY, CacheCapacity.ofEntries(149))));
        isFound("a cache does not exceed its capacity", to -> new Lies(to) {
            @Override
            public void went(int cache, long key) {}
        });
    }

    /** Each rule of freshness, against answers that are given some time after they should have been fetched anew. */
    @ParameterizedTest
    @EnumSource(Freshness.class)
    void olderThanItsRuleAllows(Freshness rule) {
        CacheSettings longer = USUAL.with(CacheSettings.FRESHNESS, rule)
                .with(CacheSettings.TTL_JITTER, 0.0)
                .with(CacheSettings.STALE_WHILE_REVALIDATE, Duration.ofSeconds(2));
        // Squid knows nothing of stale-while-revalidate: its cache does by the rule of another what it must not.
        CacheSettings used = rule == Freshness.SQUID ? longer.with(CacheSettings.FRESHNESS, Freshness.NGINX) : longer;
        assertThatThrownBy(() -> run(
                        topology(used),
                        said(its -> its.with(CacheSettings.FRESHNESS, rule)
                                .with(CacheSettings.STALE_WHILE_REVALIDATE, null))))
                .hasMessageContaining("an answer is not older than its rule allows");
    }

    @Test
    void aLifeThatIsLongerThanItsJitterAllows() {
        isFound("a time to live is as long as said", said(its -> its.with(CacheSettings.TTL_JITTER, 0.1)));
    }

    @Test
    void aLifeThatIsRenewedAndMustNotBe() {
        assertThatThrownBy(() -> run(
                        topology(USUAL.with(CacheSettings.TTL_FROM, TtlStart.USE)),
                        said(its -> its.with(CacheSettings.TTL_FROM, TtlStart.FETCH))))
                .hasMessageContaining("an answer is not older than its rule allows");
    }

    @Test
    void whatItNeverHad() {
        isFound("a cache gives what it has", to -> new Lies(to) {
            @Override
            public void kept(int cache, long key, long stamp, int bytes, long lifeNanos) {
                if (key % 5 != 0) {
                    super.kept(cache, key, stamp, bytes, lifeNanos);
                }
            }
        });
        isFound("a cache gives what it has", to -> new Lies(to) {
            @Override
            public void gave(int cache, long key, long stamp, boolean failed) {
                super.gave(cache, key, stamp + (key % 5 == 0 ? 1 : 0), failed);
            }
        });
    }

    @Test
    void aLookupThatIsNeitherHitNorMiss() {
        isFound("hits and misses are reads", to -> new Lies(to) {
            @Override
            public void looked(int cache, long key) {
                super.looked(cache, key);
                super.looked(cache, key);
            }
        });
    }

    @Test
    void writesThatAreNowhere() {
        isFound("an acknowledged write is somewhere or counted as lost", to -> new Lies(to) {
            @Override
            public void stored(int dataset, long key, long stamp) {
                if (key % 5 != 0) {
                    super.stored(dataset, key, stamp);
                }
            }

            @Override
            public void gavePending(int cache, long key, long stamp) {}

            @Override
            public void dirty(String node, int dataset, long key, long stamp) {
                if (key % 5 != 0) {
                    super.dirty(node, dataset, key, stamp);
                }
            }
        });
    }

    @Test
    void writesThatAreCountedThoughTheyAreThere() {
        isFound("an acknowledged write that is there is not counted as lost", to -> new Lies(to) {
            @Override
            public void dirtyLost(String node) {}
        });
    }

    @Test
    void writesThatAreCountedAndWereNotAcknowledged() {
        isFound("acknowledged writes are counted as lost once", to -> new Lies(to) {
            @Override
            public void acknowledged(long key, long stamp) {
                if (key % 5 != 0) {
                    super.acknowledged(key, stamp);
                }
            }
        });
    }
}
