package mien.app.tour;

import java.util.List;

/**
 * One callout.
 *
 * @param id its words have the keys {@code tour.<id>} and {@code tour.<id>.text}
 * @param beside selects the control that it stands beside, as style sheets do
 */
public record Stop(String id, String beside) {

    /** The stops of the studio's window, in their order. */
    public static List<Stop> standard() {
        return List.of(
                new Stop("portraits", ".portraits"),
                new Stop("canvas", ".canvas-pane"),
                new Stop("light", ".light-ball"),
                new Stop("values", ".slider-field"),
                new Stop("run", ".run-panel"),
                new Stop("film", ".film-pane"),
                new Stop("model", ".status-bar > .model"));
    }
}
