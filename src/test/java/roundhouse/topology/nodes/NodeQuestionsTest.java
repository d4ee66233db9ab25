package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.topology.nodes.data.CacheSettings;

/** What is asked of nodes in place of their class, and which kinds say yes. */
final class NodeQuestionsTest {
    private static final Map<String, Predicate<Node>> QUESTIONS = questions();

    private static Map<String, Predicate<Node>> questions() {
        Map<String, Predicate<Node>> questions = new LinkedHashMap<>();
        questions.put("is a machine", Node::isMachine);
        questions.put("takes requests", Node::takesRequests);
        questions.put("answers requests", Node::answersRequests);
        questions.put("passes answers", Node::passesAnswers);
        questions.put("picks targets", Node::picksTargets);
        questions.put("names targets", Node::namesTargets);
        questions.put("asks for names", Node::asksForNames);
        questions.put("sends over one link", Node::sendsOverOneLink);
        questions.put("limits requests", Node::limitsRequests);
        questions.put("keeps sessions", Node::keepsSessions);
        questions.put("makes calls", Node::makesCalls);
        questions.put("caches", Node::caches);
        questions.put("keeps data", Node::keepsData);
        questions.put("stores data", Node::storesData);
        questions.put("asks keepers", Node::asksKeepers);
        questions.put("pairs", Node::pairs);
        questions.put("stands for others", Node::standsForOthers);
        return questions;
    }

    private static List<String> yes(Node node) {
        return QUESTIONS.entrySet().stream()
                .filter(question -> question.getValue().test(node))
                .map(Map.Entry::getKey)
                .toList();
    }

    static List<Node> all() {
        return OneOfEach.all();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            clients       | passes answers, asks for names, sends over one link
            dns           | is a machine, takes requests, passes answers, names targets
            load-balancer | is a machine, takes requests, passes answers, picks targets, limits requests, pairs
            server        | is a machine, takes requests, answers requests, passes answers, limits requests, keeps sessions, makes calls, asks keepers
            cdn           | is a machine, takes requests, passes answers, sends over one link, limits requests, caches
            cache         | is a machine, takes requests, passes answers, caches, keeps data, asks keepers
            database      | is a machine, takes requests, passes answers, keeps data, stores data
            server-group  | is a machine, takes requests, answers requests, passes answers, keeps sessions, makes calls, asks keepers, stands for others
            """)
    void eachKindSaysYesToThese(String kind, String yes) {
        assertThat(yes(OneOfEach.of(kind))).containsExactly(yes.split(", "));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsKindIsTheOneOfTheRegistry(Node node) {
        assertThat(node.kind()).isEqualTo(node.id());
        assertThat(NodeKinds.all().get(node.kind())).isSameAs(node.settings());
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsTitleIsItsLabelOrItsId(Node node) {
        assertThat(node.label()).isNull();
        assertThat(node.title()).isEqualTo(node.id());
        Node labelled = node.labelled("The one");
        assertThat(labelled.title()).isEqualTo("The one");
        assertThat(labelled.id()).isEqualTo(node.id());
        assertThat(node.renamed("other").id()).isEqualTo("other");
        assertThat(labelled.labelled(null)).isEqualTo(node);
    }

    @Test
    void onlyClientsTakeNoLinks() {
        assertThat(OneOfEach.all().stream().flatMap(node -> node.linkHereRefusal().stream()))
                .containsExactly("clients send requests and take none; links go to a load balancer or a server");
    }

    @ParameterizedTest
    @MethodSource("all")
    void isInNoPlaceWhereNothingIsSaid(Node node) {
        assertThat(node.zone()).isNull();
        assertThat(node.region()).isNull();
    }

    /** All that can have a cache, with one and with another; a DNS node can have none. */
    @ParameterizedTest
    @MethodSource("all")
    void aCacheIsPutIntoANode(Node node) {
        CacheSettings other = CacheSettings.of(77);
        Node caching = node.cachingBy(other);
        if (node.namesTargets()) {
            assertThat(caching).isSameAs(node);
        } else {
            assertThat(caching.caches()).isTrue();
            assertThat(caching.cache()).isEqualTo(other);
            assertThat(caching.cachingBy(OneOfEach.CACHE).cache()).isEqualTo(OneOfEach.CACHE);
        }
    }
}
