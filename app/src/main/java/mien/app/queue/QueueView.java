package mien.app.queue;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import mien.app.text.Texts;
import mien.app.theme.Page;
import mien.app.theme.WhileShown;

/**
 * All edits under way and those that failed: stops them, puts them in another order, holds the
 * queue, and makes again what failed.
 */
public final class QueueView extends Page {

    private final Ledger ledger;
    private final Texts texts;
    private final List<EntryRow> rows = new ArrayList<>();
    private final Label empty;
    private final Button cancelAll = new Button();
    private final ListChangeListener<Entry> follow = c -> refill();

    public QueueView(Ledger ledger, Texts texts, Runnable close) {
        super(texts.text("jobs.title"), texts.text("jobs.close"), close);
        this.ledger = ledger;
        this.texts = texts;
        getStyleClass().add("queue-view");
        empty = new Label(texts.text("jobs.none"));
        empty.getStyleClass().add("job-state");
        ToggleButton hold = new ToggleButton();
        hold.getStyleClass().add("hold-jobs");
        hold.setOnAction(e -> holdOrRelease());
        WhileShown.follow(this, ledger.heldProperty(), held -> show(hold, held));
        cancelAll.setText(texts.text("jobs.cancel-all"));
        cancelAll.getStyleClass().add("cancel-jobs");
        cancelAll.setOnAction(e -> ledger.cancelAll());
        HBox verbs = new HBox(hold, cancelAll);
        verbs.getStyleClass().add("job-verbs");
        beside(verbs);
        ledger.entries().addListener(new WeakListChangeListener<>(follow));
        refill();
    }

    private void holdOrRelease() {
        if (ledger.heldProperty().get()) {
            ledger.release();
        } else {
            ledger.hold();
        }
    }

    private void show(ToggleButton hold, boolean held) {
        hold.setSelected(held);
        String key = held ? "jobs.release" : "jobs.hold";
        hold.setText(texts.text(key));
        hold.setTooltip(new Tooltip(texts.text(key + ".help")));
    }

    private void refill() {
        List<EntryRow> before = List.copyOf(rows);
        rows.clear();
        for (Entry entry : ledger.entries()) {
            rows.add(
                    before.stream()
                            .filter(r -> r.entry() == entry)
                            .findFirst()
                            .orElseGet(() -> new EntryRow(entry, ledger, texts)));
        }
        List<Node> shown = rows.isEmpty() ? List.of(empty) : List.copyOf(rows);
        body().getChildren().setAll(shown);
        cancelAll.setDisable(ledger.entries().stream().allMatch(Entry::failed));
    }
}
