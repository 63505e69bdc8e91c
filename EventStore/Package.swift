// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "EventStore",
    products: [
        .library(name: "EventStore", targets: ["EventStore", "EventStoreSQLite"]),
        .library(name: "EventStoreTesting", targets: ["EventStoreTesting"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2")
    ],
    targets: [
        .systemLibrary(
            name: "CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .target(
            name: "EventStore",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: strict
        ),
        .target(
            name: "EventStoreSQLite",
            dependencies: ["CSQLite", "EventStore"],
            swiftSettings: strict + [.strictMemorySafety()]
        ),
        .target(
            name: "EventStoreTesting",
            dependencies: ["EventStore"],
            swiftSettings: strict
        ),
        .target(
            name: "CFaultyVFS",
            path: "Tests/CFaultyVFS",
            linkerSettings: [.linkedLibrary("sqlite3")]
        ),
        .executableTarget(
            name: "event-store-torture",
            dependencies: ["EventStore", "EventStoreSQLite"],
            path: "Tests/event-store-torture",
            swiftSettings: strict
        ),
        .testTarget(
            name: "EventStoreTests",
            dependencies: [
                "EventStore", "EventStoreSQLite", "EventStoreTesting", "CSQLite", "CFaultyVFS",
                "event-store-torture",
            ],
            path: "Tests/EventStoreTests",
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6]
)
