package roundhouse.simulation.serving;

import roundhouse.simulation.faults.NodeCondition;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.checking.CheckAnswer;
import roundhouse.topology.nodes.checking.CheckEndpoint;
import roundhouse.topology.nodes.checking.CheckQuestion;

/** What a server answers health checks, as long as it is up. */
final class AnswersToChecks {
    private final NodeCondition condition;
    private CheckEndpoint endpoint = CheckEndpoint.NONE;
    private CheckAnswer well = CheckAnswer.PLAIN;

    AnswersToChecks(NodeCondition condition, Server server) {
        this.condition = condition;
        become(server);
    }

    /** The server is this one from now on. */
    void become(Server server) {
        CheckEndpoint its = server.healthEndpoint();
        endpoint = its == null ? CheckEndpoint.NONE : its;
        well = its == null ? CheckAnswer.PLAIN : new CheckAnswer(its.status(), its.body());
    }

    /** Whether the question comes to a port that is open. */
    boolean listens(CheckQuestion question) {
        return endpoint.listens(question);
    }

    /** @param fails whether it fails at this moment */
    CheckAnswer answer(CheckQuestion question, boolean fails) {
        CheckAnswer forNow = condition.checkAnswer();
        return fails ? CheckAnswer.ERROR : endpoint.answer(question, forNow == null ? well : forNow);
    }
}
