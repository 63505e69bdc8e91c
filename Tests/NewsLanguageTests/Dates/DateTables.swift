/// The cases of the date tests, one a line; see `DateCase`.
enum DateTables {
    static let weekdays = DateCase.table(
        """
        2025-10-25 | He said so on ⟦Sunday⟧. | 2025-10-19 | 2025-10-19 | day | weekday
        2025-10-25 | He said so on ⟦Monday⟧. | 2025-10-20 | 2025-10-20 | day | weekday
        2025-10-25 | He said so on ⟦Tuesday⟧. | 2025-10-21 | 2025-10-21 | day | weekday
        2025-10-25 | He said so on ⟦Wednesday⟧. | 2025-10-22 | 2025-10-22 | day | weekday
        2025-10-25 | He said so on ⟦Thursday⟧. | 2025-10-23 | 2025-10-23 | day | weekday
        2025-10-25 | He said so on ⟦Friday⟧. | 2025-10-24 | 2025-10-24 | day | weekday
        2025-10-25 | He said so on ⟦Saturday⟧. | 2025-10-25 | 2025-10-25 | day | weekday
        2025-10-25 | They met during a ⟦Saturday⟧ meeting. | 2025-10-25 | 2025-10-25 | day | weekday
        2025-10-25 | ⟦Wednesday⟧'s talks failed. | 2025-10-22 | 2025-10-22 | day | weekday
        2025-10-25 | Rebels attacked the base ⟦Friday night⟧. | 2025-10-24 | 2025-10-24 | day | weekday
        2025-10-25 | On ⟦Sunday⟧ Presidents Roe and Doe signed it. | 2025-10-19 | 2025-10-19 | day | weekday
        2025-10-25 | He met them ⟦last Friday⟧. | 2025-10-24 | 2025-10-24 | day | weekday
        2025-10-25 | He met them ⟦last Saturday⟧. | 2025-10-18 | 2025-10-18 | day | weekday
        2025-10-25 | He met them ⟦last Sunday⟧. | 2025-10-19 | 2025-10-19 | day | weekday
        2025-10-25 | ⟦This Wednesday⟧ ministers spoke. | 2025-10-22 | 2025-10-22 | day | weekday
        2025-10-25 | He arrived on ⟦Tuesday of last week⟧. | 2025-10-14 | 2025-10-14 | day | weekday
        2025-10-25 | He arrived ⟦Monday last week⟧. | 2025-10-13 | 2025-10-13 | day | weekday
        2025-10-25 | The court ruled ⟦this past Thursday⟧. | 2025-10-23 | 2025-10-23 | day | weekday
        2025-10-25 | VICE PRESIDENT Roe meets Doe in Doha on ⟦Tuesday⟧. | 2025-10-21 | 2025-10-21 | day | weekday
        2025-10-25 | Late on ⟦Thursday⟧, troops left. | 2025-10-23 | 2025-10-23 | day | weekday
        2025-10-25 | He had until ⟦Thursday⟧ to leave. | 2025-10-23 | 2025-10-23 | day | weekday
        2025-10-25 | Envoys met on ⟦Tues.⟧ in Doha. | 2025-10-21 | 2025-10-21 | day | weekday
        2025-10-25 | He told CNN ⟦Tuesday⟧ that it failed. | 2025-10-21 | 2025-10-21 | day | weekday
        2025-10-25 | Roe, who was arrested on ⟦Monday⟧, denied it. | 2025-10-20 | 2025-10-20 | day | weekday
        2025-10-25 | By ⟦Friday⟧ the fire was out. | 2025-10-24 | 2025-10-24 | day | weekday
        2025-10-25 | The strike, announced ⟦Wednesday⟧, is over. | 2025-10-22 | 2025-10-22 | day | weekday
        2025-10-25 | He would have met them on ⟦Monday⟧. | 2025-10-20 | 2025-10-20 | day | weekday
        2024-05-08 | He spoke on ⟦Wednesday⟧. | 2024-05-08 | 2024-05-08 | day | weekday
        2024-05-08 | He spoke on ⟦Thursday⟧. | 2024-05-02 | 2024-05-02 | day | weekday
        2024-05-08 | He met them ⟦last Wednesday⟧. | 2024-05-01 | 2024-05-01 | day | weekday
        """
    )

    static let future = DateCase.table(
        """
        2025-10-25 | He will meet them on ⟦Monday⟧. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | They will meet ⟦Saturday⟧. | 2025-10-25 | 2025-10-25 | day | weekday
        2025-10-25 | We'll vote on ⟦Sunday⟧. | 2025-10-26 | 2025-10-26 | day | weekday
        2025-10-25 | She is expected to arrive on ⟦Tuesday⟧. | 2025-10-28 | 2025-10-28 | day | weekday
        2025-10-25 | A summit is scheduled for ⟦Friday⟧. | 2025-10-31 | 2025-10-31 | day | weekday
        2025-10-25 | Talks are set to resume ⟦Wednesday⟧. | 2025-10-29 | 2025-10-29 | day | weekday
        2025-10-25 | He is to step down on ⟦Monday⟧. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | The ban is due to end on ⟦Thursday⟧. | 2025-10-30 | 2025-10-30 | day | weekday
        2025-10-25 | He is meeting the emir on ⟦Monday⟧. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | He said the two would meet on ⟦Tuesday⟧. | 2025-10-28 | 2025-10-28 | day | weekday
        2025-10-25 | He plans to fly to Doha on ⟦Sunday⟧. | 2025-10-26 | 2025-10-26 | day | weekday
        2025-10-25 | Ahead of ⟦Monday⟧’s vote he was calm. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | He leaves ⟦next Friday⟧. | 2025-10-31 | 2025-10-31 | day | weekday
        2025-10-25 | They meet ⟦next Saturday⟧. | 2025-11-01 | 2025-11-01 | day | weekday
        2025-10-25 | The vote, planned for ⟦Sunday⟧, is close. | 2025-10-26 | 2025-10-26 | day | weekday
        2025-10-25 | ⟦This coming Monday⟧ he flies home. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | On ⟦Tuesday⟧ the court will rule. | 2025-10-28 | 2025-10-28 | day | weekday
        2025-10-25 | The talks are to be held on ⟦Monday⟧. | 2025-10-27 | 2025-10-27 | day | weekday
        2025-10-25 | He will be sworn in on ⟦Wednesday of next week⟧. | 2025-10-29 | 2025-10-29 | day | weekday
        2025-10-25 | The deal shall be signed on ⟦Friday⟧. | 2025-10-31 | 2025-10-31 | day | weekday
        2025-10-25 | He will speak on ⟦Dec. 25⟧. | 2025-12-25 | 2025-12-25 | day | explicit
        2025-10-25 | The vote will be held on ⟦March 3⟧. | 2026-03-03 | 2026-03-03 | day | explicit
        2025-10-25 | The election is scheduled for ⟦5 May⟧. | 2026-05-05 | 2026-05-05 | day | explicit
        2025-10-25 | Leaders will meet on ⟦October 25⟧. | 2025-10-25 | 2025-10-25 | day | explicit
        2025-10-25 | She is expected to retire on ⟦November 1st⟧. | 2025-11-01 | 2025-11-01 | day | explicit
        2025-10-25 | The summit will be held in ⟦May⟧. | 2026-05-01 | 2026-05-31 | month | explicit
        2025-10-25 | Troops will leave in ⟦January⟧. | 2026-01-01 | 2026-01-31 | month | explicit
        2025-10-25 | The talks will open in ⟦two weeks⟧. | 2025-11-03 | 2025-11-09 | week | relative
        2025-10-25 | He will be back in ⟦three days⟧. | 2025-10-28 | 2025-10-28 | day | relative
        2025-10-25 | The ban will end in ⟦six months⟧. | 2026-04-01 | 2026-04-30 | month | relative
        """
    )

    static let explicit = DateCase.table(
        """
        2025-10-25 | It began on ⟦22 October 2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦October 22, 2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦October 22 2025⟧, he said. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦Oct. 22⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦Oct 22⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦October 22nd⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦the 22nd of October⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦22nd October⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦2025-10-22⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦22/10/2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦10/22/2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦22.10.2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦5/5/2025⟧. | 2025-05-05 | 2025-05-05 | day | explicit
        2025-10-25 | It began on ⟦Wednesday, October 22, 2025⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | ⟦Wednesday, 22 October 2025⟧ | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦Wednesday, October 22⟧. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦Wed., Oct. 22⟧, he said. | 2025-10-22 | 2025-10-22 | day | explicit
        2025-10-25 | It began on ⟦October 30⟧. | 2024-10-30 | 2024-10-30 | day | explicit
        2025-10-25 | It began on ⟦December 31⟧. | 2024-12-31 | 2024-12-31 | day | explicit
        2025-10-25 | It began on ⟦Sept. 11, 2001⟧. | 2001-09-11 | 2001-09-11 | day | explicit
        2025-10-25 | It began on ⟦29 February 2024⟧. | 2024-02-29 | 2024-02-29 | day | explicit
        2025-10-25 | They signed it on ⟦March 20 last year⟧. | 2024-03-20 | 2024-03-20 | day | explicit
        2025-10-25 | In his ⟦January 2⟧ remarks he agreed. | 2025-01-02 | 2025-01-02 | day | explicit
        2025-10-25 | The ⟦May 15⟧ deal failed. | 2025-05-15 | 2025-05-15 | day | explicit
        2025-10-25 | The attacks of ⟦October 7th⟧ changed it. | 2025-10-07 | 2025-10-07 | day | explicit
        2025-10-25 | He left on ⟦May 3⟧ for Rome. | 2025-05-03 | 2025-05-03 | day | explicit
        2025-10-25 | He left on ⟦3 May⟧. | 2025-05-03 | 2025-05-03 | day | explicit
        2025-10-25 | (⟦March 1⟧) He left. | 2025-03-01 | 2025-03-01 | day | explicit
        2025-10-25 | He left on ⟦Thursday, January 23, 2020⟧ and stayed. | 2020-01-23 | 2020-01-23 | day | explicit
        2025-10-25 | He left on ⟦1 Jan. 2020⟧. | 2020-01-01 | 2020-01-01 | day | explicit
        2025-10-25 | DOHA, ⟦Oct. 24⟧ — He left. | 2025-10-24 | 2025-10-24 | day | explicit
        2025-10-25 | He left on ⟦New Year’s Day⟧. | 2025-01-01 | 2025-01-01 | day | explicit
        2025-10-25 | He left on ⟦New Year's Eve⟧. | 2024-12-31 | 2024-12-31 | day | explicit
        2025-10-25 | He left on ⟦Christmas Day 2023⟧. | 2023-12-25 | 2023-12-25 | day | explicit
        2025-10-25 | They fought on ⟦Christmas Eve⟧. | 2024-12-24 | 2024-12-24 | day | explicit
        2025-10-25 | He was shot on ⟦Boxing Day⟧. | 2024-12-26 | 2024-12-26 | day | explicit
        2025-10-25 | They will meet on ⟦Christmas Day⟧. | 2025-12-25 | 2025-12-25 | day | explicit
        2025-10-25 | It was on ⟦Valentine’s Day⟧ in Rome. | 2025-02-14 | 2025-02-14 | day | explicit
        2023-01-02 | It began on ⟦Saturday, December 31⟧. | 2022-12-31 | 2022-12-31 | day | explicit
        2023-01-02 | It began on ⟦Dec. 30⟧. | 2022-12-30 | 2022-12-30 | day | explicit
        """
    )

    static let monthsAndYears = DateCase.table(
        """
        2025-10-25 | It began in ⟦July⟧. | 2025-07-01 | 2025-07-31 | month | explicit
        2025-10-25 | It began in ⟦October⟧. | 2025-10-01 | 2025-10-31 | month | explicit
        2025-10-25 | It began in ⟦December⟧. | 2024-12-01 | 2024-12-31 | month | explicit
        2025-10-25 | The fund said in ⟦May⟧ the deal was off. | 2025-05-01 | 2025-05-31 | month | explicit
        2025-10-25 | It began in ⟦March⟧ and failed. | 2025-03-01 | 2025-03-31 | month | explicit
        2025-10-25 | It began in ⟦May 2019⟧. | 2019-05-01 | 2019-05-31 | month | explicit
        2025-10-25 | It began in ⟦Sept. 2019⟧. | 2019-09-01 | 2019-09-30 | month | explicit
        2025-10-25 | The ⟦May 2019⟧ map is old. | 2019-05-01 | 2019-05-31 | month | explicit
        2025-10-25 | It began in ⟦February of 2024⟧. | 2024-02-01 | 2024-02-29 | month | explicit
        2025-10-25 | A ⟦July⟧ meeting failed. | 2025-07-01 | 2025-07-31 | month | explicit
        2025-10-25 | It began in ⟦2023⟧. | 2023-01-01 | 2023-12-31 | year | explicit
        2025-10-25 | The ⟦2015⟧ nuclear deal failed. | 2015-01-01 | 2015-12-31 | year | explicit
        2025-10-25 | It ends by ⟦2030⟧. | 2030-01-01 | 2030-12-31 | year | explicit
        2025-10-25 | He won (⟦2019⟧) and lost. | 2019-01-01 | 2019-12-31 | year | explicit
        2025-10-25 | In the ⟦2016⟧ election he won. | 2016-01-01 | 2016-12-31 | year | explicit
        2025-10-25 | It began in ⟦mid-October⟧. | 2025-10-11 | 2025-10-20 | range | explicit
        2025-10-25 | It began in ⟦early October⟧. | 2025-10-01 | 2025-10-10 | range | explicit
        2025-10-25 | It began in ⟦late July⟧. | 2025-07-21 | 2025-07-31 | range | explicit
        2025-10-25 | It began in ⟦late July 2019⟧. | 2019-07-21 | 2019-07-31 | range | explicit
        2025-10-25 | It began in ⟦early 2024⟧. | 2024-01-01 | 2024-04-30 | range | explicit
        2025-10-25 | It began in ⟦mid-2024⟧. | 2024-05-01 | 2024-08-31 | range | explicit
        2025-10-25 | It began in ⟦late 2024⟧. | 2024-09-01 | 2024-12-31 | range | explicit
        2025-10-25 | It began in ⟦the 1990s⟧. | 1990-01-01 | 1999-12-31 | range | explicit
        2025-10-25 | It began in ⟦the '90s⟧. | 1990-01-01 | 1999-12-31 | range | explicit
        2025-10-25 | It began at ⟦the end of October⟧. | 2025-10-25 | 2025-10-31 | range | explicit
        2025-10-25 | It began at ⟦the beginning of 2024⟧. | 2024-01-01 | 2024-01-31 | range | explicit
        2025-10-25 | It began in ⟦the middle of May⟧. | 2025-05-11 | 2025-05-20 | range | explicit
        2025-10-25 | It rose in ⟦this year's second quarter⟧. | 2025-04-01 | 2025-06-30 | quarter | explicit
        2025-10-25 | ⟦Third-quarter⟧ profit fell. | 2025-07-01 | 2025-09-30 | quarter | relative
        2025-10-25 | They left ⟦last summer⟧. | 2025-06-01 | 2025-08-31 | range | relative
        2025-10-25 | They met in ⟦the winter of 2010⟧. | 2010-12-01 | 2011-02-28 | range | explicit
        2025-10-25 | It was a village in ⟦the early 1980s⟧. | 1980-01-01 | 1983-12-31 | range | explicit
        2025-10-25 | It was a village in ⟦the mid-1980s⟧. | 1983-01-01 | 1986-12-31 | range | explicit
        2025-10-25 | Sales fell in ⟦fiscal 2024⟧. | 2024-01-01 | 2024-12-31 | year | explicit
        2025-10-25 | It grew in ⟦the first quarter of 2024⟧. | 2024-01-01 | 2024-03-31 | quarter | explicit
        2025-10-25 | Sales fell in ⟦the third quarter⟧. | 2025-07-01 | 2025-09-30 | quarter | relative
        2025-10-25 | It ends by ⟦the end of the year⟧. | 2025-12-01 | 2025-12-31 | range | relative
        2025-10-25 | It ends by ⟦the end of this month⟧. | 2025-10-25 | 2025-10-31 | range | relative
        2025-10-25 | It starts ⟦early next month⟧. | 2025-11-01 | 2025-11-10 | range | relative
        2025-10-25 | It began ⟦late last year⟧. | 2024-09-01 | 2024-12-31 | range | relative
        2025-10-25 | He called ⟦late last July⟧. | 2025-07-21 | 2025-07-31 | range | relative
        2025-10-25 | He left ⟦last August⟧. | 2025-08-01 | 2025-08-31 | month | relative
        2025-10-25 | He left ⟦last December⟧. | 2024-12-01 | 2024-12-31 | month | relative
        2025-10-25 | He leaves ⟦next March⟧. | 2026-03-01 | 2026-03-31 | month | relative
        2025-10-25 | He left ⟦this April⟧. | 2025-04-01 | 2025-04-30 | month | relative
        """
    )

    static let relative = DateCase.table(
        """
        2025-10-25 | He met them ⟦today⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | ⟦Today⟧, envoys met. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | He met them ⟦yesterday⟧. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | ⟦Yesterday⟧, he left. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | ⟦Yesterday⟧'s vote failed. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | He meets them ⟦tomorrow⟧. | 2025-10-26 | 2025-10-26 | day | relative
        2025-10-25 | He meets them ⟦tomorrow night⟧. | 2025-10-26 | 2025-10-26 | day | relative
        2025-10-25 | He speaks ⟦tonight⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | He spoke ⟦last night⟧. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | He spoke ⟦this morning⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | He spoke ⟦this afternoon⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | He spoke ⟦yesterday evening⟧. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | He spoke ⟦the day before yesterday⟧. | 2025-10-23 | 2025-10-23 | day | relative
        2025-10-25 | He speaks ⟦the day after tomorrow⟧. | 2025-10-27 | 2025-10-27 | day | relative
        2025-10-25 | He left ⟦three days ago⟧. | 2025-10-22 | 2025-10-22 | day | relative
        2025-10-25 | He left ⟦a day ago⟧. | 2025-10-24 | 2025-10-24 | day | relative
        2025-10-25 | He left ⟦10 days ago⟧. | 2025-10-15 | 2025-10-15 | day | relative
        2025-10-25 | He left ⟦two hours ago⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | He left ⟦a week ago⟧. | 2025-10-13 | 2025-10-19 | week | relative
        2025-10-25 | He left ⟦two weeks ago⟧. | 2025-10-06 | 2025-10-12 | week | relative
        2025-10-25 | He left ⟦two months ago⟧. | 2025-08-01 | 2025-08-31 | month | relative
        2025-10-25 | He left ⟦a year ago⟧. | 2024-01-01 | 2024-12-31 | year | relative
        2025-10-25 | He left ⟦20 years ago⟧. | 2005-01-01 | 2005-12-31 | year | relative
        2025-10-25 | He left ⟦last week⟧. | 2025-10-13 | 2025-10-19 | week | relative
        2025-10-25 | ⟦Last week⟧'s protests failed. | 2025-10-13 | 2025-10-19 | week | relative
        2025-10-25 | He left ⟦this week⟧. | 2025-10-20 | 2025-10-26 | week | relative
        2025-10-25 | He leaves ⟦next week⟧. | 2025-10-27 | 2025-11-02 | week | relative
        2025-10-25 | He left ⟦earlier this week⟧. | 2025-10-20 | 2025-10-25 | week | relative
        2025-10-25 | He leaves ⟦later this week⟧. | 2025-10-25 | 2025-10-26 | week | relative
        2025-10-25 | He left ⟦last month⟧. | 2025-09-01 | 2025-09-30 | month | relative
        2025-10-25 | He left ⟦this month⟧. | 2025-10-01 | 2025-10-31 | month | relative
        2025-10-25 | He leaves ⟦next month⟧. | 2025-11-01 | 2025-11-30 | month | relative
        2025-10-25 | He left ⟦earlier this month⟧. | 2025-10-01 | 2025-10-25 | month | relative
        2025-10-25 | He left ⟦earlier in the month⟧. | 2025-10-01 | 2025-10-25 | month | relative
        2025-10-25 | He leaves ⟦later this month⟧. | 2025-10-25 | 2025-10-31 | month | relative
        2025-10-25 | He left ⟦last year⟧. | 2024-01-01 | 2024-12-31 | year | relative
        2025-10-25 | He left ⟦earlier this year⟧. | 2025-01-01 | 2025-10-25 | year | relative
        2025-10-25 | He leaves ⟦next year⟧. | 2026-01-01 | 2026-12-31 | year | relative
        2025-10-25 | He leaves ⟦later this year⟧. | 2025-10-25 | 2025-12-31 | year | relative
        2025-10-25 | They met ⟦this weekend⟧. | 2025-10-25 | 2025-10-26 | range | relative
        2025-10-25 | They met ⟦last weekend⟧. | 2025-10-18 | 2025-10-19 | range | relative
        2025-10-25 | They meet ⟦next weekend⟧. | 2025-11-01 | 2025-11-02 | range | relative
        2025-10-25 | They met over ⟦the weekend⟧. | 2025-10-25 | 2025-10-26 | range | relative
        2025-10-25 | Over ⟦the last two weeks⟧, visits grew. | 2025-10-11 | 2025-10-25 | range | relative
        2025-10-25 | Over ⟦the past week⟧, visits grew. | 2025-10-18 | 2025-10-25 | range | relative
        2025-10-25 | In ⟦the past 24 hours⟧ nobody died. | 2025-10-24 | 2025-10-25 | range | relative
        2025-10-25 | They have talked over ⟦the last four years⟧. | 2021-10-25 | 2025-10-25 | range | relative
        2025-10-25 | It will be done in ⟦the next three days⟧. | 2025-10-25 | 2025-10-28 | range | relative
        2025-10-25 | It is due in ⟦the coming week⟧. | 2025-10-25 | 2025-11-01 | range | relative
        2025-10-25 | ⟦Earlier this week on Wednesday⟧ he spoke. | 2025-10-22 | 2025-10-22 | day | weekday
        2025-10-25 | He left ⟦late Monday⟧. | 2025-10-20 | 2025-10-20 | day | weekday
        2025-10-25 | He left ⟦earlier today⟧. | 2025-10-25 | 2025-10-25 | day | relative
        2025-10-25 | Sales fell ⟦last quarter⟧. | 2025-07-01 | 2025-09-30 | quarter | relative
        2024-05-08 | They met over ⟦the weekend⟧. | 2024-05-04 | 2024-05-05 | range | relative
        2024-05-06 | He said ⟦earlier this weekend⟧ that it failed. | 2024-05-04 | 2024-05-05 | range | relative
        2024-05-05 | He said ⟦earlier this weekend⟧ that it failed. | 2024-05-04 | 2024-05-05 | range | relative
        2024-05-08 | They met ⟦last weekend⟧. | 2024-05-04 | 2024-05-05 | range | relative
        2024-05-08 | They will meet ⟦this weekend⟧. | 2024-05-11 | 2024-05-12 | range | relative
        2023-01-02 | They met ⟦last month⟧. | 2022-12-01 | 2022-12-31 | month | relative
        2023-01-02 | They met ⟦last week⟧. | 2022-12-26 | 2023-01-01 | week | relative
        2025-10-25 | He was shot ⟦last August 21⟧ in Dhaka. | 2025-08-21 | 2025-08-21 | day | relative
        2023-01-02 | They met ⟦yesterday⟧. | 2023-01-01 | 2023-01-01 | day | relative
        """
    )

    static let ranges = DateCase.table(
        """
        2025-10-25 | It ran from ⟦3 to 5 May⟧. | 2025-05-03 | 2025-05-05 | range | explicit
        2025-10-25 | It ran ⟦May 3–5⟧. | 2025-05-03 | 2025-05-05 | range | explicit
        2025-10-25 | It ran ⟦May 3-5, 2024⟧. | 2024-05-03 | 2024-05-05 | range | explicit
        2025-10-25 | It ran ⟦3–5 May 2024⟧ in Rome. | 2024-05-03 | 2024-05-05 | range | explicit
        2025-10-25 | It ran from ⟦May 30 to June 2⟧. | 2025-05-30 | 2025-06-02 | range | explicit
        2025-10-25 | It ran from ⟦December 28 to January 3⟧. | 2024-12-28 | 2025-01-03 | range | explicit
        2025-10-25 | It ran from ⟦March to May 2024⟧. | 2024-03-01 | 2024-05-31 | range | explicit
        2025-10-25 | It ran between ⟦March and May⟧. | 2025-03-01 | 2025-05-31 | range | explicit
        2025-10-25 | He ruled from ⟦2008 to 2016⟧. | 2008-01-01 | 2016-12-31 | range | explicit
        2025-10-25 | He ruled in ⟦2008–2016⟧. | 2008-01-01 | 2016-12-31 | range | explicit
        2025-10-25 | He ruled in ⟦2019-20⟧. | 2019-01-01 | 2020-12-31 | range | explicit
        2025-10-25 | He ruled between ⟦1999 and 2003⟧. | 1999-01-01 | 2003-12-31 | range | explicit
        2025-10-25 | It ran between ⟦Monday and Wednesday⟧. | 2025-10-20 | 2025-10-22 | range | weekday
        2025-10-25 | It ran from ⟦Monday to Wednesday⟧. | 2025-10-20 | 2025-10-22 | range | weekday
        2025-10-25 | It ran from ⟦Friday to Sunday⟧. | 2025-10-17 | 2025-10-19 | range | weekday
        2025-10-25 | It will run from ⟦Monday to Wednesday⟧. | 2025-10-27 | 2025-10-29 | range | weekday
        2025-10-25 | It has run since ⟦March⟧. | 2025-03-01 | 2025-10-25 | range | explicit
        2025-10-25 | It has run since ⟦2011⟧. | 2011-01-01 | 2025-10-25 | range | explicit
        2025-10-25 | It has run since ⟦Friday⟧. | 2025-10-24 | 2025-10-25 | range | weekday
        2025-10-25 | It has run since ⟦last year⟧. | 2024-01-01 | 2025-10-25 | range | relative
        2025-10-25 | It has grown since the attacks of ⟦October 7, 2023⟧. | 2023-10-07 | 2025-10-25 | range | explicit
        2025-10-25 | It has run since ⟦early October⟧. | 2025-10-01 | 2025-10-25 | range | explicit
        2025-10-25 | It ran from ⟦October 1 to 5⟧. | 2025-10-01 | 2025-10-05 | range | explicit
        2025-10-25 | It ran from ⟦October 1 through October 5⟧. | 2025-10-01 | 2025-10-05 | range | explicit
        """
    )

    static let nothing = DateCase.table(
        """
        2025-10-25 | He watched Friday Night Lights.
        2025-10-25 | The 9/11 attacks changed it.
        2025-10-25 | You may meet them.
        2025-10-25 | May he rest.
        2025-10-25 | Troops march on Rome.
        2025-10-25 | Theresa May resigned.
        2025-10-25 | It went to May, who resigned.
        2025-10-25 | April Jones left.
        2025-10-25 | He wrote for the Sunday Times.
        2025-10-25 | Black Friday sales fell.
        2025-10-25 | It happened on Good Friday.
        2025-10-25 | Every Monday they meet.
        2025-10-25 | They meet on Mondays.
        2025-10-25 | He sat next to the emir.
        2025-10-25 | The next step is clear.
        2025-10-25 | It was last seen there.
        2025-10-25 | It costs 2019 euros.
        2025-10-25 | In 2000 people it was found.
        2025-10-25 | About 2000 troops left.
        2025-10-25 | It happened on 5/6/2025.
        2025-10-25 | He left a few weeks ago.
        2025-10-25 | He left several days ago.
        2025-10-25 | He has left recently.
        2025-10-25 | It lasted two weeks.
        2025-10-25 | In two weeks of fighting they lost.
        2025-10-25 | He is 52 years old.
        2025-10-25 | A two-year ban was lifted.
        2025-10-25 | The pipeline is 1900 km long.
        2025-10-25 | He said so this time.
        2025-10-25 | The last day of it was sad.
        2025-10-25 | He read USA Today.
        2025-10-25 | At the end of the day it failed.
        2025-10-25 | The week was long.
        2025-10-25 | It is the second month.
        2025-10-25 | He won the third set.
        2025-10-25 | Mr. Friday left.
        2025-10-25 | He marched in august company.
        2025-10-25 | The sun and the sat phone failed.
        2025-10-25 | He met Dec and Mar there.
        2025-10-25 | Room 2019 is empty.
        2025-10-25 | Flight 1549 landed.
        2025-10-25 | It rose 3-5 percent.
        2025-10-25 | They won 2-1.
        2025-10-25 | He called at 5:30 p.m. local time.
        2025-10-25 | Article 5 of the treaty holds.
        2025-10-25 | In the first quarter of the game they led.
        2025-10-25 | The fall of the town and the spring in the yard.
        2025-10-25 | The day after, he was gone.
        2025-10-25 | He has seen better days.
        2025-10-25 | The decade is over.
        """
    )

    static let toldBefore = DateCase.table(
        """
        2025-10-25 | On October 6 he called. ⟦The same day⟧ he left. | 2025-10-06 | 2025-10-06 | day | inherited
        2025-10-25 | On October 6 he called. Rebels attacked ⟦that day⟧. | 2025-10-06 | 2025-10-06 | day | inherited
        2025-10-25 | On October 6 he called. He left ⟦the next morning⟧. | 2025-10-07 | 2025-10-07 | day | inherited
        2025-10-25 | On October 6 he called. He had left ⟦the previous day⟧. | 2025-10-05 | 2025-10-05 | day | inherited
        2025-10-25 | On October 6 he called. He had left ⟦a day earlier⟧. | 2025-10-05 | 2025-10-05 | day | inherited
        2025-10-25 | On October 6 he called. He left ⟦two days later⟧. | 2025-10-08 | 2025-10-08 | day | inherited
        2025-10-25 | On October 6 he called. He left ⟦a week later⟧. | 2025-10-13 | 2025-10-19 | week | inherited
        2025-10-25 | On October 6 he called. He left ⟦that same day⟧. | 2025-10-06 | 2025-10-06 | day | inherited
        2025-10-25 | On October 6 he called. He left ⟦later that month⟧. | 2025-10-01 | 2025-10-31 | month | inherited
        2025-10-25 | Sales rose in the third quarter from those ⟦a year earlier⟧. | 2024-07-01 | 2024-09-30 | quarter | inherited
        2025-10-25 | He left in 2011. He came back ⟦three years later⟧. | 2014-01-01 | 2014-12-31 | year | inherited
        2025-10-25 | A ban, which is to begin on December 10, was told on October 6. He left ⟦the same day⟧. | 2025-10-06 | 2025-10-06 | day | inherited
        2025-10-25 | The same day he left.
        2025-10-25 | He left a day earlier.
        2025-10-25 | He came back three years later.
        2025-10-25 | The next day was calm.
        2025-10-25 | It was the same day after day.
        """
    )
}
