//! A node that was told to stop says so, and keeps nobody.

use testkit::TestApp;

#[tokio::test]
async fn who_is_answered_by_a_node_that_stops_comes_to_another_next() {
    let app = TestApp::new().await;
    let visitor = app.visitor();
    let before = visitor.get("/v1/tenants").await;
    assert_eq!((before.status, before.header("connection")), (200, ""));
    assert_eq!(visitor.get("/health/ready").await.status, 200);

    app.state.leaving.cancel();
    let last = visitor.get("/v1/tenants").await;
    assert_eq!((last.status, last.header("connection")), (200, "close"));
    let ready = visitor.get("/health/ready").await;
    assert_eq!(ready.status, 503);
    assert_eq!(ready.body["status"], "stopping");
}
