package roundhouse.exchange.configuration.haproxy;

import java.util.List;

/**
 * A section: {@code global}, {@code defaults}, {@code frontend}, {@code backend}, {@code listen} or another one.
 *
 * @param head the line that begins it
 * @param lines those below
 */
record HaproxySection(HaproxyLine head, List<HaproxyLine> lines) {
    String kind() {
        return head.keyword();
    }

    String name() {
        return head.word(1);
    }
}
