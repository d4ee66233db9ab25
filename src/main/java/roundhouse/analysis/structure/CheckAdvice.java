package roundhouse.analysis.structure;

import java.util.List;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.checking.CheckQuestion;
import roundhouse.topology.nodes.parts.Health;

/** Do a load balancer's checks get a good answer of targets that are well? */
final class CheckAdvice {
    private CheckAdvice() {}

    static void check(LoadBalancer balancer, List<Link> links, Structure topology, Findings findings) {
        Health.Active active = balancer.health().active();
        if (active == null || active.question().equals(CheckQuestion.USUAL)) {
            return;
        }
        for (Link link : links) {
            if (topology.node(link.to()).orElse(null) instanceof Server server) {
                String wrong = wrong(active, server);
                if (!wrong.isEmpty()) {
                    findings.warning(
                            balancer.id(),
                            "takes " + server.id() + " out though it is well: checks ask " + where(active.question())
                                    + ", and it " + wrong);
                }
            }
        }
    }

    private static String wrong(Health.Active active, Server server) {
        CheckEndpoint its = server.healthEndpoint();
        CheckEndpoint endpoint = its == null ? CheckEndpoint.NONE : its;
        CheckQuestion question = active.question();
        if (!endpoint.listens(question)) {
            return "does not listen there";
        }
        if (active.probe() == Health.Probe.CONNECT) {
            return "";
        }
        CheckAnswer well = its == null ? CheckAnswer.PLAIN : new CheckAnswer(its.status(), its.body());
        String complaint = question.complaint(endpoint.answer(question, well));
        return complaint.isEmpty() ? "" : "answers " + complaint;
    }

    private static String where(CheckQuestion question) {
        return (question.path() == null ? "" : "for " + question.path() + " ")
                + (question.port() == null ? "at the port of requests" : "at port " + question.port());
    }
}
