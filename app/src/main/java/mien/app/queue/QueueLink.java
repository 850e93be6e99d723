package mien.app.queue;

import javafx.collections.ListChangeListener;
import javafx.collections.WeakListChangeListener;
import javafx.scene.control.Hyperlink;
import mien.app.text.Texts;

/** Says how many edits are under way, where there are any, and opens their list. */
public final class QueueLink extends Hyperlink {

    private final Ledger ledger;
    private final Texts texts;
    private final ListChangeListener<Entry> follow = c -> count();

    public QueueLink(Ledger ledger, Texts texts, Runnable open) {
        this.ledger = ledger;
        this.texts = texts;
        getStyleClass().add("jobs");
        setOnAction(
                e -> {
                    setVisited(false);
                    open.run();
                });
        ledger.entries().addListener(new WeakListChangeListener<>(follow));
        count();
    }

    private void count() {
        int all = ledger.entries().size();
        long failed = ledger.entries().stream().filter(Entry::failed).count();
        setText(
                failed == 0
                        ? texts.text("jobs.count", all)
                        : texts.text("jobs.count.failed", all, failed));
        setAccessibleText(texts.text("jobs.title") + ": " + getText());
        setVisible(all > 0);
        setManaged(all > 0);
    }
}
