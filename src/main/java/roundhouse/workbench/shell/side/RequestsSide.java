package roundhouse.workbench.shell.side;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.PlaybackPanel;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.why.RequestModel;
import roundhouse.workbench.why.RequestsView;
import roundhouse.workbench.why.WhyHere;

/** Requests at the side, and all that they can be asked about by: the canvas, a flag of the timeline, the list there, a key. */
public final class RequestsSide {
    private RequestsSide() {}

    /**
     * @param showDesign shows the view that has the side
     * @return the list of requests with the life of one
     */
    public static RequestsView install(
            SideTabs side,
            RequestModel requests,
            Document document,
            CanvasView canvas,
            Playback playback,
            PlaybackPanel panel,
            Runnable showDesign,
            Actions actions) {
        RequestsView asking = new RequestsView(requests, document.known()::title);
        FlagQuestion.of(playback, panel, request -> {
            requests.ask(request);
            side.showRequests();
        });
        WhyHere here = WhyHere.of(canvas, requests);
        canvas.onRequest(request -> {
            playback.pause();
            here.ask(request);
            side.showRequests();
        });
        requests.numberProperty().subscribe(number -> canvas.follow(number.longValue()));
        actions.add(Action.of(
                "view.requests",
                Action.Group.VIEW,
                text("shell.requests"),
                () -> {
                    showDesign.run();
                    side.showRequests();
                    asking.focus();
                },
                "Shortcut+R"));
        return asking;
    }
}
