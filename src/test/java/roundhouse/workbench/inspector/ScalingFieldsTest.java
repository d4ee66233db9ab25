package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.workbench.document.NewNode;

/** How a group's autoscaler is edited. */
class ScalingFieldsTest extends Inspected {
    ScalingFieldsTest() {
        super(grouped());
    }

    private static Topology grouped() {
        Topology topology = nodes(1, 1).with(link("lb-1", "s1"));
        ServerGroup group = NewNode.serverGroup(topology);
        return topology.with(group).with(link("lb-1", group.id()));
    }

    private String value(String key) {
        return line(key).valueProperty().get();
    }

    @Test
    void whoChoosesStepScalingHasSteps() {
        select("web");
        set("scaling.policy", "step");
        assertThat(value("scaling.steps")).isEqualTo("..-10 -10%\n0..10 10%\n10.. 50%");
        assertThat(value("scaling.every")).as("as AWS").isEqualTo("1min");
        assertThat(lastEdit()).isEqualTo("Set web policy to AWS step scaling");
        set("scaling.policy", "hpa");
        assertThat(value("scaling.every")).as("as Kubernetes").isEqualTo("15s");
    }

    @Test
    void smallStepsAreShownAsTheyAreTyped() {
        select("web");
        set("scaling.policy", "step");
        String typed = "-0.0000001..0.00025 0.00001%";
        set("scaling.steps", typed);
        assertThat(value("scaling.steps")).isEqualTo(typed);
    }

    @Test
    void aMeasurementThatGoesBackToTheLastDecisionGoesOnDoingSo() {
        select("web");
        set("scaling.every", "5s");
        assertThat(value("scaling.window")).isEqualTo("5s");
        set("scaling.every", "30s");
        assertThat(value("scaling.window")).isEqualTo("30s");
    }

    @Test
    void whoFollowsNothingIsAskedForNothingThatFollows() {
        select("web");
        set("scaling.policy", "step");
        set("scaling.target", "");
        assertThat(keys("scaling"))
                .containsExactly(
                        "scaling",
                        "scaling.min",
                        "scaling.max",
                        "scaling.target",
                        "scaling.start-up",
                        "scaling.schedule");
        set("scaling.target", "requests 50/s");
        assertThat(value("scaling.steps")).as("kept meanwhile").isEqualTo("..-10 -10%\n0..10 10%\n10.. 50%");
    }
}
