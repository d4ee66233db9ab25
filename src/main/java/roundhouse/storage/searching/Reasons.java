package roundhouse.storage.searching;

import java.util.List;

/**
 * Why operations cannot all be right: in words, and as what an eye can follow. Operations are told by their places, from 0; in sentences
 * (1) is the first.
 *
 * @param order the beginning of an order that gets as far as any; empty where none was looked for
 * @param wrong those that would be wrong next
 */
public record Reasons(List<String> sentences, List<Reason> arrows, List<Integer> order, List<Integer> wrong) {
    public Reasons {
        sentences = List.copyOf(sentences);
        arrows = List.copyOf(arrows);
        order = List.copyOf(order);
        wrong = List.copyOf(wrong);
    }
}
