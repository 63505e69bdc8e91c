// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "timeline",
    products: [
        .library(name: "EventStore", targets: ["EventStore", "EventStoreSQLite"]),
        .library(name: "EventStoreTesting", targets: ["EventStoreTesting"]),
        .library(name: "NewsLanguage", targets: ["NewsText", "NewsLanguage"]),
        .library(name: "NewsTimeline", targets: ["NewsText", "NewsEvents", "NewsTimeline"]),
        .library(name: "NewsExtraction", targets: ["NewsText", "NewsEvents", "NewsExtraction"]),
        .executable(name: "timeline", targets: ["timeline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    ],
    targets: eventStore + news + [
        .executableTarget(
            name: "timeline",
            dependencies: [
                "EventStore", "EventStoreSQLite", "NewsText", "NewsIngest", "NewsLanguage", "NewsEvents",
                "NewsExtraction", "NewsTimeline", "NewsViews",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            path: "Sources/timeline",
            swiftSettings: strict
        ),
        .testTarget(
            name: "TimelineCommandTests",
            dependencies: ["timeline", "EventStore", "NewsIngest", "NewsTimeline", "NewsEvents"],
            path: "Tests/TimelineCommandTests",
            swiftSettings: strict
        ),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)

/// The event store: knows nothing of news.
var eventStore: [Target] {
    [
        .systemLibrary(
            name: "CSQLite",
            path: "EventStore/Sources/CSQLite",
            pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]
        ),
        .target(
            name: "EventStore",
            dependencies: [.product(name: "Crypto", package: "swift-crypto")],
            path: "EventStore/Sources/EventStore",
            swiftSettings: strict
        ),
        .target(
            name: "EventStoreSQLite",
            dependencies: ["CSQLite", "EventStore"],
            path: "EventStore/Sources/EventStoreSQLite",
            swiftSettings: strict + [.strictMemorySafety()]
        ),
        .target(
            name: "EventStoreTesting",
            dependencies: ["EventStore"],
            path: "EventStore/Sources/EventStoreTesting",
            swiftSettings: strict
        ),
        .target(
            name: "CFaultyVFS",
            path: "EventStore/Tests/CFaultyVFS",
            linkerSettings: [.linkedLibrary("sqlite3")]
        ),
        .executableTarget(
            name: "event-store-torture",
            dependencies: ["EventStore", "EventStoreSQLite"],
            path: "EventStore/Tests/event-store-torture",
            swiftSettings: strict
        ),
        .testTarget(
            name: "EventStoreTests",
            dependencies: [
                "EventStore", "EventStoreSQLite", "EventStoreTesting", "CSQLite", "CFaultyVFS",
                "event-store-torture",
            ],
            path: "EventStore/Tests/EventStoreTests",
            swiftSettings: strict
        ),
    ]
}

/// From text to events to timelines; data goes one way.
var news: [Target] {
    [
        .target(name: "NewsText", path: "Sources/NewsText", swiftSettings: strict),
        .target(
            name: "NewsIngest",
            dependencies: ["NewsText"],
            path: "Sources/NewsIngest",
            swiftSettings: strict
        ),
        .target(name: "NewsLanguageModel", path: "Sources/NewsLanguageModel"),
        .target(name: "NewsKernels", path: "Sources/NewsKernels"),
        .target(
            name: "NewsLanguage",
            dependencies: ["NewsText", "NewsLanguageModel", "NewsKernels"],
            path: "Sources/NewsLanguage",
            swiftSettings: strict
        ),
        .target(
            name: "NewsEvents",
            dependencies: ["EventStore", "NewsText", .product(name: "Crypto", package: "swift-crypto")],
            path: "Sources/NewsEvents",
            swiftSettings: strict
        ),
        .target(
            name: "NewsExtraction",
            dependencies: ["NewsText", "NewsLanguage", "NewsEvents"],
            path: "Sources/NewsExtraction",
            swiftSettings: strict
        ),
        .target(
            name: "NewsTimeline",
            dependencies: ["EventStore", "NewsText", "NewsEvents"],
            path: "Sources/NewsTimeline",
            swiftSettings: strict
        ),
        .target(
            name: "NewsViews",
            dependencies: ["EventStore", "NewsText", "NewsEvents", "NewsTimeline"],
            path: "Sources/NewsViews",
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsTextTests",
            dependencies: ["NewsText"],
            path: "Tests/NewsTextTests",
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsIngestTests",
            dependencies: ["NewsText", "NewsIngest"],
            path: "Tests/NewsIngestTests",
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsLanguageTests",
            dependencies: ["NewsText", "NewsLanguage", "NewsKernels"],
            path: "Tests/NewsLanguageTests",
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsEventsTests",
            dependencies: ["EventStore", "EventStoreSQLite", "NewsText", "NewsEvents"],
            path: "Tests/NewsEventsTests",
            resources: [.copy("Fixtures")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsExtractionTests",
            dependencies: ["NewsText", "NewsLanguage", "NewsEvents", "NewsExtraction"],
            path: "Tests/NewsExtractionTests",
            resources: [.copy("Phrasebook")],
            swiftSettings: strict
        ),
        .testTarget(
            name: "NewsTimelineTests",
            dependencies: [
                "EventStore", "EventStoreSQLite", "NewsText", "NewsEvents", "NewsTimeline", "NewsViews",
            ],
            path: "Tests/NewsTimelineTests",
            resources: [.copy("Snapshots")],
            swiftSettings: strict
        ),
    ]
}
