package roundhouse.topology.checks;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Well written, but not a system that can be: a change to the sound text, and what is said of it. */
public final class MistakesInMeaning {
    private MistakesInMeaning() {}

    public static Stream<Arguments> shapes() {
        return Stream.of(
                arguments(
                        "\"arrivals\"",
                        "\"tls\": \"yes\", \"arrivals\"",
                        "line 4, /nodes/0/tls: \"tls\" is \"yes\"; true or false is allowed"),
                arguments(
                        "\"arrivals\"",
                        "\"retries\": 3, \"arrivals\"",
                        "line 4, /nodes/0/retries: found 3; a retry policy is an object, { … }"),
                arguments(
                        "\"arrivals\"",
                        "\"region\": \"eu\", \"regions\": { \"eu\": 1 }, \"arrivals\"",
                        "line 4, /nodes/0/regions: both \"region\" and \"regions\"; write one of them"),
                arguments(
                        "\"id\": \"s1\"", "\"id\": 5", "line 6, /nodes/2/id: \"id\" is 5; a text in quotes is allowed"),
                arguments(
                        "\"nodes\": [",
                        "\"nodes\": 5, \"links\": [",
                        "line 8, /links: \"links\" is given twice, first on line 3; a key is allowed once"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "\"1000/s\"",
                        "line 4, /nodes/0/arrivals: found \"1000/s\"; arrivals is an object, { … }"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [] }",
                        "line 4, /nodes/0/arrivals/points: \"users\": there are no points; at least one is needed"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [[\"5s\"]] }",
                        "line 4, /nodes/0/arrivals/points/0: a list of 1; a point is like [\"30s\", \"900/s\"]"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"10.0.0\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"10.0.0\"; a network is an address and a prefix length, like \"10.0.0.0/8\""),
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"path\": \"api\" } ], \"arrivals\"",
                        "line 4, /nodes/0/requests/0/path: \"users\": path is \"api\"; a path begins with /"),
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"headers\": { \"a b\": \"1\" } } ], \"arrivals\"",
                        "line 4, /nodes/0/requests/0/headers: \"users\": \"a b\" is not a header name; letters, digits and - are allowed"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"s1\", \"recover\": \"s1\"",
                        "line 13, /scenario/0: \"crash\" and \"recover\" in one command; write them as two commands"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"rules\": [ { \"path\": \"/a*b*\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules/0/path: \"lb\": path is \"/a*b*\"; a pattern begins with / and may have one *, like \"/api/*\""),
                arguments(
                        "\"format\": 1,",
                        "\"format\": 1, \"name\": \"\",",
                        "line 2, /name: the topology: name is \"\"; one line of 1 to 200 characters is allowed"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"server\", \"label\": \"two\\nlines\"",
                        "line 6, /nodes/2/label: \"s1\": label is \"two\\u000alines\"; one line of 1 to 100 characters is allowed"),
                arguments(
                        "\"kind\": \"server\"",
                        "\"kind\": \"server\", \"zone\": \"\"",
                        "line 6, /nodes/2/zone: \"s1\": zone is \"\"; a name has 1 to 64 characters and no space at either end"));
    }

    public static Stream<Arguments> meaning() {
        return Stream.of(
                arguments(
                        "\"arrivals\"",
                        "\"requests\": [ { \"share\": 0 } ], \"arrivals\"",
                        "line 4, /nodes/0/requests: \"users\": the shares of all requests are 0; at least one must be more"),
                arguments(
                        "\"arrivals\"",
                        "\"regions\": { \"eu\": 0 }, \"arrivals\"",
                        "line 4, /nodes/0/regions: \"users\": the shares of all regions are 0; at least one must be more"),
                arguments(
                        "{ \"type\": \"poisson\", \"rate\": \"1000/s\" }",
                        "{ \"type\": \"curve\", \"points\": [[\"5s\", \"1/s\"], [\"1s\", \"1/s\"]] }",
                        "line 4, /nodes/0/arrivals/points/1: \"users\": the point at 1s comes after the one at 5s; points are in the order of time"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"10.0.0.0/33\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"10.0.0.0/33\"; the prefix length is from 0 to 32"),
                arguments(
                        "\"arrivals\"",
                        "\"addresses\": \"999.0.0.0/8\", \"arrivals\"",
                        "line 4, /nodes/0/addresses: \"users\": addresses is \"999.0.0.0/8\"; that is not an IP address"));
    }

    public static Stream<Arguments> ids() {
        return Stream.of(
                arguments(
                        "\"id\": \"s1\"",
                        "\"id\": \"lb\"",
                        "line 6, /nodes/2/id: two nodes have the id \"lb\", this one and /nodes/1; each id is used once"),
                arguments(
                        "\"id\": \"s1\"",
                        "\"id\": \"s 1\"",
                        "line 6, /nodes/2/id: a node: id is \"s 1\"; 1 to 64 letters, digits, '.', '_' and '-' are allowed"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"s9\"",
                        "line 10, /links/1/to: the link from \"lb\" to \"s9\": no node has the id \"s9\"; did you mean \"s1\"?"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"database\"",
                        "line 10, /links/1/to: the link from \"lb\" to \"database\": no node has the id \"database\"; there are users, lb, s1"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"s9\"",
                        "line 13, /scenario/0/crash: the command at 10s: no node has the id \"s9\"; did you mean \"s1\"?"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"crash\": \"users\"",
                        "line 13, /scenario/0/crash: the command at 10s: users stands for people and cannot crash, recover or be slow; name a server or a load balancer"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"algorithm\": \"round-robin\", \"of\": \"s1\"",
                        "line 13, /scenario/0/of: the command at 10s: s1 is no load balancer, so it has no algorithm"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"weight\": 5, \"from\": \"users\", \"to\": \"s1\"",
                        "line 13, /scenario/0/to: the command at 10s: no link goes from users to s1"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s1\", \"kind\": \"server\", \"service\": \"3ms\" }",
                        "line 13, /scenario/0/add/id: the command at 10s: the id \"s1\" is already taken"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s2\", \"kind\": \"server\", \"service\": \"3ms\" }, \"links\": [ { \"from\": \"lbb\", \"to\": \"s2\" } ]",
                        "line 13, /scenario/0/links/0: the link from \"lbb\" to \"s2\": no node has the id \"lbb\"; did you mean \"lb\"?"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"s2\", \"kind\": \"server\", \"service\": \"3ms\" }, \"links\": [ { \"from\": \"users\", \"to\": \"s1\" } ]",
                        "line 13, /scenario/0/links/0: the link from \"users\" to \"s1\": the links of an added node begin or end at it, here s2"),
                arguments(
                        "\"crash\": \"s1\"",
                        "\"add\": { \"id\": \"lb2\", \"kind\": \"load-balancer\" }, \"links\": [ { \"from\": \"lb\", \"to\": \"lb2\" }, { \"from\": \"lb2\", \"to\": \"lb\" } ]",
                        "line 13, /scenario/0/links: the command at 10s: load balancers send requests in a circle: lb → lb2 → lb; a request would never arrive"),
                arguments(
                        "\"layout\": { \"users\"",
                        "\"layout\": { \"user\"",
                        "line 15, /layout/user: the layout of \"user\": no node has that id; did you mean \"users\"?"));
    }

    public static Stream<Arguments> links() {
        return Stream.of(
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"lb\"",
                        "line 10, /links/1: the link from \"lb\" to \"lb\": a node cannot be linked to itself"),
                arguments(
                        "\"lb\", \"to\": \"s1\"",
                        "\"lb\", \"to\": \"users\"",
                        "line 10, /links/1: the link from \"lb\" to \"users\": clients send requests and take none; links go to a load balancer or a server"),
                arguments(
                        "{ \"from\": \"lb\", \"to\": \"s1\" }",
                        "{ \"from\": \"lb\", \"to\": \"s1\" }, { \"from\": \"lb\", \"to\": \"s1\" }",
                        "line 10, /links/2: the link from \"lb\" to \"s1\": lb is already linked to s1"),
                arguments(
                        "{ \"from\": \"lb\", \"to\": \"s1\" }",
                        "{ \"from\": \"users\", \"to\": \"s1\" }",
                        "line 10, /links/1: the link from \"users\" to \"s1\": clients send everything over one link, and users is already linked to lb; put a load balancer between"));
    }

    public static Stream<Arguments> layer4() {
        return Stream.of(
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"algorithm\": \"hash\"",
                        "line 5, /nodes/1/algorithm: \"lb\": hash needs layer 7; a layer-4 balancer sees addresses and ports only, not keys; ip-hash goes by the address"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"sticky\": \"cookie\"",
                        "line 5, /nodes/1/sticky: \"lb\": sticky by cookie needs layer 7; a layer-4 balancer sees addresses and ports only, not cookies"),
                arguments(
                        "\"kind\": \"load-balancer\"",
                        "\"kind\": \"load-balancer\", \"layer\": 4, \"rules\": [ { \"path\": \"/a\", \"pool\": \"a\" } ]",
                        "line 5, /nodes/1/rules: \"lb\": rules need layer 7; a layer-4 balancer sees addresses and ports only, not paths, headers or cookies"));
    }
}
