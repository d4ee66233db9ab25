package roundhouse.lessons;

import roundhouse.topology.json.Problem;

/** A lesson with a step of every kind, small enough to be run many times. */
public final class SmallLesson {
    public static final String TEXT = """
            {
              "$schema": "urn:roundhouse:lesson:1",
              "format": 1,
              "title": "Two servers",
              "topic": "Balancing",
              "summary": "One of two servers is slow.",
              "belief": "Turns are fair.",
              "controls": ["charts"],
              "topology": {
                "format": 1,
                "name": "Two servers",
                "seed": 1,
                "duration": "20s",
                "nodes": [
                  { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" }, "timeout": "1s" },
                  { "id": "lb", "kind": "load-balancer", "algorithm": "round-robin" },
                  { "id": "s1", "kind": "server", "cores": 1, "service": { "type": "fixed", "value": "5ms" } },
                  { "id": "s2", "kind": "server", "cores": 1, "service": { "type": "fixed", "value": "15ms" } }
                ],
                "links": [
                  { "from": "users", "to": "lb", "latency": "1ms" },
                  { "from": "lb", "to": "s1", "latency": "1ms" },
                  { "from": "lb", "to": "s2", "latency": "1ms" }
                ],
                "layout": { "users": [60, 200], "lb": [330, 200], "s1": [640, 100], "s2": [640, 300] }
              },
              "steps": [
                { "kind": "text", "id": "intro", "title": "Two servers", "text": "s2 is **slower**.", "look": ["s2", "lb -> s2", "the charts"] },
                {
                  "kind": "predict",
                  "id": "share",
                  "title": "Who gets more?",
                  "answer": {
                    "type": "choice",
                    "choices": [
                      { "text": "s1", "when": ["requests of s1 > 1.1 x requests of s2"], "says": "No: {requests of s1} and {requests of s2}." },
                      { "text": "Both the same", "when": ["requests of s1 <= 1.1 x requests of s2"] }
                    ]
                  },
                  "points": 2
                },
                {
                  "kind": "predict",
                  "id": "longest",
                  "title": "The longest",
                  "answer": { "type": "number", "figure": "max", "from": "0s", "to": "100ms", "within": "1ms" }
                },
                {
                  "kind": "predict",
                  "id": "busy",
                  "title": "How busy?",
                  "answer": {
                    "type": "bars",
                    "bars": [
                      { "label": "s1", "figure": "utilization of s1" },
                      { "label": "s2", "figure": "utilization of s2" }
                    ],
                    "from": "0%",
                    "to": "100%",
                    "within": "5%"
                  },
                  "points": 2
                },
                {
                  "kind": "predict",
                  "id": "load",
                  "title": "With more load",
                  "answer": {
                    "type": "curve",
                    "points": [
                      { "label": "50/s", "figure": "throughput", "change": ["users.arrivals.rate=50/s"] },
                      { "label": "100/s", "figure": "throughput" },
                      { "label": "2 s on", "figure": "throughput during 2s..4s" }
                    ],
                    "from": "0/s",
                    "to": "200/s",
                    "within": "10%"
                  }
                },
                {
                  "kind": "do",
                  "id": "better",
                  "title": "Do better",
                  "text": "Round robin: {max @share}.",
                  "show": ["inspector"],
                  "goals": ["set lb.algorithm=least-connections", "crash s2", "run to 20s", "count server = 2"],
                  "may-change": ["lb.algorithm"],
                  "hint": "Select the balancer."
                },
                { "kind": "see", "id": "look", "title": "Look", "text": "{failed in %} failed.", "look": ["s2"], "at": "5s" },
                {
                  "kind": "check",
                  "id": "goal",
                  "title": "Fast enough",
                  "change": ["s2.service.value=5ms", "10s slow s2 factor=2"],
                  "expect": ["p99 < 50ms", "ok of s1 > 99%"]
                }
              ]
            }
            """;

    private SmallLesson() {}

    public static Lesson read() {
        return read(TEXT);
    }

    public static Lesson read(String text) {
        return switch (LessonFile.parse(text)) {
            case LessonFile.Result.Read(Lesson lesson) -> lesson;
            case LessonFile.Result.Refused refused ->
                throw new AssertionError(String.join(
                        "\n", refused.problems().stream().map(Problem::toString).toList()));
        };
    }
}
