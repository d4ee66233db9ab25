package roundhouse.storage.searching.orders;

import org.junit.jupiter.api.Test;

/** Many histories at random: what is known without a search against a search of all orders. */
class KnownSourcesSwarmTest {
    @Test
    void whatIsKnownIsWhatASearchFinds() {
        KnownSourcesTest.isWhatASearchFinds(20_000, 1997);
    }
}
