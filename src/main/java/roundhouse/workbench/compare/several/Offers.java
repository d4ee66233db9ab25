package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import roundhouse.analysis.ComparedDesign;
import roundhouse.topology.Topology;
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.history.Future;

/** What fits the open design: the same with one thing otherwise, its futures, other files. */
final class Offers {
    /** So many files that were opened lately are offered. */
    private static final int RECENT = 4;

    private final Playback playback;
    private final OtherDesigns others;
    private final SeveralModel model;
    private final PolicyChoice policies;

    Offers(Playback playback, OtherDesigns others, SeveralModel model, PolicyChoice policies) {
        this.playback = playback;
        this.others = others;
        this.model = model;
        this.policies = policies;
    }

    /** Those that fit the design as it is now, the likeliest first. */
    List<Offer> now() {
        List<Offer> offers = new ArrayList<>();
        for (Variation variation : Variation.values()) {
            if (variation.canVary(topology())) {
                offers.add(new Offer(
                        variation.key(),
                        variation.offer(),
                        variation.says(),
                        () -> model.compare(entrants(variation), variation.live())));
            }
        }
        int kept = playback.keptProperty().get().size();
        if (kept > 0) {
            offers.add(new Offer(
                    "futures",
                    text("compare.futures"),
                    text("compare.futures-says", kept + 1),
                    () -> model.compare(futures(), ComparedFigure.LIVE)));
        }
        others.recent().stream().limit(RECENT).forEach(file -> offers.add(recent(file, offers.size())));
        offers.add(
                new Offer("file", text("compare.with-file"), text("compare.with-file-says"), () -> add(others.ask())));
        return offers;
    }

    /** Whether anything of the design itself can be varied. */
    boolean canVary() {
        for (Variation variation : Variation.values()) {
            if (variation.canVary(topology())) {
                return true;
            }
        }
        return false;
    }

    private List<Entrant> entrants(Variation variation) {
        return variation == Variation.EVICTION
                ? Variation.eviction(topology(), policies.chosen())
                : variation.entrants(topology());
    }

    private Offer recent(Path file, int at) {
        return new Offer(
                "recent-" + at,
                text("compare.with-recent", file.getFileName()),
                text("compare.with-recent-says", Objects.requireNonNullElse(file.getParent(), file)),
                () -> add(others.read(file)));
    }

    private Topology topology() {
        return playback.document().topology();
    }

    private void add(Optional<ComparedFile> file) {
        file.ifPresent(added -> {
            List<Entrant> both = new ArrayList<>();
            if (model.rows().isEmpty()) {
                both.add(asItIs());
            }
            both.add(of(added));
            model.add(both);
        });
    }

    private Entrant asItIs() {
        return new Entrant(
                text("compare.named-as-it-is", topology().name()),
                "",
                ComparedDesign.of(topology()),
                topology().duration().toNanos());
    }

    private Entrant of(ComparedFile file) {
        String name = file.design().name();
        Optional<Topology> same = SameTraffic.of(topology(), file.design().start());
        return new Entrant(
                name,
                same.isPresent() ? text("compare.same-requests") : text("compare.own-requests"),
                same.map(design ->
                                new ComparedDesign(name, design, file.design().log()))
                        .orElseGet(() -> file.design().withSeed(topology().seed())),
                same.isPresent() ? topology().duration().toNanos() : file.lengthNanos());
    }

    private List<Entrant> futures() {
        List<Future> all = new ArrayList<>(playback.keptProperty().get());
        all.add(playback.activeProperty().get());
        return all.stream()
                .map(future -> new Entrant(
                        future.name(),
                        "",
                        new ComparedDesign(future.name(), future.start(), future.commands()),
                        topology().duration().toNanos()))
                .toList();
    }
}
