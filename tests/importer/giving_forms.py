"""Forms of giving work beside those of `test_constructions`: the text, and what is to be read."""

from tests.importer.test_constructions import DECISION, NOTICE, PLAN

FORMS = {
    "a sentence with one date for an article": (
        DECISION.format(about="giao việc")
        + "Điều 1. Giao Phòng Kinh tế thực hiện các nhiệm vụ sau:\n"
        "1. Đo vẽ khu chợ.\n"
        "2. Lập dự toán.\n"
        "Điều 2. Yêu cầu hoàn thành các nhiệm vụ nêu tại Điều 1 trước ngày 30/4/2026.\n"
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký.\n",
        [
            ("Đo vẽ", ["Phòng Kinh tế"], "2026-04-29"),
            ("Lập dự toán", ["Phòng Kinh tế"], "2026-04-29"),
        ],
    ),
    "the time of the works named above": (
        DECISION.format(about="giao việc") + "Điều 1. Giao nhiệm vụ cho Phòng Kinh tế:\n"
        "a) Khảo sát tuyến đường;\n"
        "b) Lập hồ sơ thiết kế.\n"
        "Điều 2. Thời gian thực hiện các công việc nêu trên chậm nhất đến ngày 15/5/2026.\n",
        [
            ("Khảo sát", ["Phòng Kinh tế"], "2026-05-15"),
            ("Lập hồ sơ", ["Phòng Kinh tế"], "2026-05-15"),
        ],
    ),
    "all works above within a month": (
        DECISION.format(about="giao việc") + "Điều 1. Trạm Y tế có nhiệm vụ:\n"
        "- Rà soát tủ thuốc.\n"
        "- Bổ sung vật tư.\n"
        "Điều 2. Toàn bộ các công việc trên được hoàn thành trong tháng 3/2026.\n",
        [
            ("Rà soát tủ thuốc", ["Trạm Y tế"], "2026-03-31"),
            ("Bổ sung", ["Trạm Y tế"], "2026-03-31"),
        ],
    ),
    "a heading of time over one line": (
        PLAN + "I. NHIỆM VỤ\n"
        "1. Phòng Kinh tế sửa cầu tạm.\n"
        "2. Công an xã cắm biển báo.\n"
        "II. THỜI GIAN HOÀN THÀNH\n"
        "Trước ngày 20/6/2026.\n",
        [
            ("sửa cầu tạm", ["Phòng Kinh tế"], "2026-06-19"),
            ("cắm biển báo", ["Công an xã"], "2026-06-19"),
        ],
    ),
    "a date for one point of a conclusion": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại cuộc họp giao ban")
        + "1. Giao Phòng Kinh tế:\n"
        "a) Lập danh sách hộ thiếu nước.\n"
        "b) Đề xuất phương án cấp nước.\n"
        "2. Giao Công an xã tuần tra ban đêm.\n"
        "3. Các nội dung tại điểm 1 hoàn thành trước ngày 28/02/2026.\n",
        [
            ("Lập danh sách", ["Phòng Kinh tế"], "2026-02-27"),
            ("Đề xuất", ["Phòng Kinh tế"], "2026-02-27"),
            ("tuần tra", ["Công an xã"], None),
        ],
    ),
    "a body and a date for all": (
        DECISION.format(about="giao việc") + "Điều 1. Phòng Văn hóa - Xã hội làm các việc sau:\n"
        "1. Thống kê nghệ nhân.\n"
        "2. Quay phim tư liệu.\n"
        "Điều 2. Phòng Văn hóa - Xã hội hoàn thành các phần việc tại Điều 1 trước ngày "
        "10/8/2026.\n",
        [
            ("Thống kê", ["Phòng Văn hóa - Xã hội"], "2026-08-09"),
            ("Quay phim", ["Phòng Văn hóa - Xã hội"], "2026-08-09"),
        ],
    ),
    "an opening with body and date": (
        DECISION.format(about="giao việc")
        + "Điều 1. Giao Văn phòng HĐND và UBND hoàn thành trước ngày 31/3/2026 các việc sau:\n"
        "1. Sắp xếp kho lưu trữ.\n"
        "2. Lập mục lục hồ sơ.\n",
        [
            ("Sắp xếp", ["Văn phòng HĐND và UBND"], "2026-03-30"),
            ("Lập mục lục", ["Văn phòng HĐND và UBND"], "2026-03-30"),
        ],
    ),
    "a plain opening over plus signs": (
        PLAN + "II. NỘI DUNG\n"
        "Giao Phòng Kinh tế chủ trì, phối hợp với Đoàn xã triển khai các nội dung:\n"
        "+ Trồng hoa dọc đường trục xã.\n"
        "+ Lắp thùng rác công cộng.\n"
        "III. TIẾN ĐỘ\n"
        "Tất cả các nội dung trên phải xong trước ngày 19/5/2026.\n",
        [
            ("Trồng hoa", ["Phòng Kinh tế"], "2026-05-18"),
            ("Lắp thùng", ["Phòng Kinh tế"], "2026-05-18"),
        ],
    ),
    "a working party that is dissolved": (
        DECISION.format(about="giao việc") + "Điều 1. Thành lập Tổ công tác.\n"
        "Điều 2. Tổ công tác có nhiệm vụ:\n"
        "1. Thẩm định hồ sơ vay.\n"
        "2. Kiểm tra thực địa.\n"
        "Điều 3. Tổ công tác hoàn thành nhiệm vụ trước ngày 30/9/2026 và tự giải thể.\n",
        [
            ("Thẩm định", ["Tổ công tác"], None),
            ("Kiểm tra", ["Tổ công tác"], None),
            ("hoàn thành nhiệm vụ", ["Tổ công tác"], "2026-09-29"),
        ],
    ),
    "steps under the label of time": (
        PLAN + "II. NỘI DUNG\n"
        "1. Điều tra hộ nghèo\n"
        "- Nội dung: Điều tra, rà soát hộ nghèo.\n"
        "- Đơn vị thực hiện: Phòng Văn hóa - Xã hội.\n"
        "- Tiến độ:\n"
        "+ Tháng 9/2026: tập huấn điều tra viên.\n"
        "+ Từ 01/10 đến 20/10/2026: điều tra tại thôn.\n"
        "+ Trước ngày 15/11/2026: tổng hợp, trình phê duyệt kết quả.\n",
        [
            ("tập huấn", ["Phòng Văn hóa - Xã hội"], "2026-09-30"),
            ("điều tra tại thôn", ["Phòng Văn hóa - Xã hội"], "2026-10-20"),
            ("tổng hợp", ["Phòng Văn hóa - Xã hội"], "2026-11-14"),
        ],
    ),
    "a time behind the colon of a sentence": (
        PLAN + "II. TIẾN ĐỘ THỰC HIỆN\n"
        "1. Phòng Kinh tế lập phương án: xong trước 15/3/2026.\n"
        "2. Các thôn họp dân lấy ý kiến: từ 16/3 đến 25/3/2026.\n"
        "3. Văn phòng HĐND và UBND trình ban hành: trước 31/3/2026.\n",
        [
            ("lập phương án", ["Phòng Kinh tế"], "2026-03-14"),
            ("họp dân", ["Các thôn"], "2026-03-25"),
            ("trình ban hành", ["Văn phòng HĐND và UBND"], "2026-03-30"),
        ],
    ),
    "who and when under one label": (
        PLAN + "II. NỘI DUNG\n"
        "1. Hội thi\n"
        "- Phân công, thời gian:\n"
        "+ Đoàn xã xây dựng kịch bản trước ngày 10/3/2026.\n"
        "+ Công an xã bảo đảm an ninh ngày 26/3/2026.\n",
        [
            ("xây dựng kịch bản", ["Đoàn xã"], "2026-03-09"),
            ("bảo đảm an ninh", ["Công an xã"], "2026-03-26"),
        ],
    ),
    "milestones with commas": (
        PLAN + "II. NỘI DUNG\n"
        "1. Diễn tập\n"
        "- Công việc: Diễn tập phòng cháy.\n"
        "- Chủ trì: Công an xã.\n"
        "- Các mốc thời gian:\n"
        "+ Trước 10/4/2026, xây dựng kịch bản diễn tập.\n"
        "+ Ngày 25/4/2026, tổ chức diễn tập tại chợ.\n",
        [
            ("xây dựng kịch bản", ["Công an xã"], "2026-04-09"),
            ("tổ chức diễn tập", ["Công an xã"], "2026-04-25"),
        ],
    ),
    "days before colons": (
        PLAN + "II. LỊCH TRÌNH\n"
        "- 20/3/2026: Trạm Y tế phun thuốc tại thôn Đông.\n"
        "- 22/3/2026: Trạm Y tế phun thuốc tại thôn Tây.\n",
        [("thôn Đông", ["Trạm Y tế"], "2026-03-20"), ("thôn Tây", ["Trạm Y tế"], "2026-03-22")],
    ),
    "stars and a body in charge": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Số hóa hộ tịch\n"
        "* Đơn vị phụ trách: Văn phòng HĐND và UBND\n"
        "* Đơn vị tham gia: Công an xã\n"
        "* Hạn hoàn thành: 30/6/2026\n"
        "2. Lắp wifi nhà văn hóa\n"
        "* Đơn vị phụ trách: Phòng Văn hóa - Xã hội\n"
        "* Hạn hoàn thành: 31/8/2026\n",
        [
            ("Số hóa hộ tịch", ["Văn phòng HĐND và UBND"], "2026-06-30"),
            ("Lắp wifi", ["Phòng Văn hóa - Xã hội"], "2026-08-31"),
        ],
    ),
    "labels in brackets": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Sửa trường mầm non (Chủ trì: Phòng Kinh tế; Phối hợp: Trường Mầm non Mẫu Sơn; "
        "Thời gian: tháng 7/2026).\n"
        "2. Mua bàn ghế (Chủ trì: Trường Mầm non Mẫu Sơn; Thời gian: tháng 8/2026).\n",
        [
            ("Sửa trường", ["Phòng Kinh tế"], "2026-07-31"),
            ("Mua bàn ghế", ["Trường Mầm non Mẫu Sơn"], "2026-08-31"),
        ],
    ),
    "works numbered by a word": (
        PLAN + "II. NHIỆM VỤ\n"
        "Nhiệm vụ 1: Cải tạo vườn tạp\n"
        "- Người phụ trách: Hội Nông dân xã\n"
        "- Thời gian thực hiện: Từ tháng 3 đến tháng 5/2026\n"
        "Nhiệm vụ 2: Xây bể chứa vỏ thuốc\n"
        "- Người phụ trách: Phòng Kinh tế\n"
        "- Thời gian thực hiện: Tháng 6/2026\n",
        [
            ("Cải tạo vườn", ["Hội Nông dân xã"], "2026-05-31"),
            ("Xây bể", ["Phòng Kinh tế"], "2026-06-30"),
        ],
    ),
    "labels without a dash": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Kiểm tra an toàn thực phẩm.\n"
        "Thực hiện: Trạm Y tế\n"
        "Hoàn thành: trước 15/4/2026\n"
        "2. Tập huấn hộ kinh doanh.\n"
        "Thực hiện: Phòng Kinh tế\n"
        "Hoàn thành: trước 30/4/2026\n",
        [
            ("Kiểm tra an toàn", ["Trạm Y tế"], "2026-04-14"),
            ("Tập huấn", ["Phòng Kinh tế"], "2026-04-29"),
        ],
    ),
    "two labels in one": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Lập bản đồ ngập lụt\n"
        "- Cơ quan chủ trì, phối hợp: Phòng Kinh tế chủ trì; các thôn, Ban Chỉ huy Quân sự "
        "xã phối hợp\n"
        "- Thời gian, sản phẩm: Tháng 5/2026; bản đồ số\n",
        [("Lập bản đồ", ["Phòng Kinh tế"], "2026-05-31")],
    ),
    "a label that only says giao": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Xây dựng thư viện xanh\n"
        "- Giao: Trường Tiểu học Mẫu Sơn.\n"
        "- Thời gian: học kỳ I, xong trước 30/11/2026.\n"
        "- Sản phẩm: Thư viện được công nhận.\n",
        [("Xây dựng thư viện", ["Trường Tiểu học Mẫu Sơn"], "2026-11-29")],
    ),
    "letters with a person in charge": (
        PLAN + "II. NỘI DUNG\n"
        "1. Khám sức khỏe học sinh\n"
        "a) Việc cần làm: Khám cho học sinh khối 1.\n"
        "b) Phụ trách: Y tế trường, phối hợp Trạm Y tế.\n"
        "c) Hoàn thành: tháng 9/2026.\n"
        "2. Dạy bơi\n"
        "a) Việc cần làm: Mở ba lớp dạy bơi.\n"
        "b) Phụ trách: Tổ Thể dục.\n"
        "c) Hoàn thành: tháng 7/2026.\n",
        [("Khám cho", ["Y tế trường"], "2026-09-30"), ("Mở ba lớp", ["Tổ Thể dục"], "2026-07-31")],
    ),
    "a numbered content over numbers": (
        PLAN + "II. NỘI DUNG\n"
        "Nội dung 1. Cải tạo sân vận động\n"
        "1. Công việc: San nền, trồng cỏ.\n"
        "2. Phân công: Phòng Kinh tế chủ trì; Đoàn xã, các thôn tham gia.\n"
        "3. Tiến độ: Hoàn thành trước 02/9/2026.\n",
        [("San nền", ["Phòng Kinh tế"], "2026-09-01")],
    ),
    "a letter that assigns": (
        PLAN + "II. NỘI DUNG\n"
        "1. Chợ phiên\n"
        "a) Nội dung: Tổ chức chợ phiên cuối tuần.\n"
        "b) Tổ chức thực hiện: Giao Phòng Kinh tế chủ trì, phối hợp Công an xã.\n"
        "c) Thời gian: Từ tháng 4/2026.\n",
        [("Tổ chức chợ phiên", ["Phòng Kinh tế"], None)],
    ),
    "numbers in brackets": (
        PLAN + "II. NỘI DUNG\n"
        "1. Câu lạc bộ đọc sách\n"
        "(1) Hoạt động: Ra mắt câu lạc bộ đọc sách.\n"
        "(2) Chủ trì: Thư viện xã.\n"
        "(3) Phối hợp: Trường THCS Mẫu Sơn, Đoàn xã.\n"
        "(4) Thời hạn: 23/4/2026.\n",
        [("Ra mắt", ["Thư viện xã"], "2026-04-23")],
    ),
    "a conclusion that agrees and assigns": (
        NOTICE.format(about="Ý kiến kết luận của Bí thư Đảng ủy xã tại hội nghị giao ban tháng 2")
        + "I. ĐÁNH GIÁ CHUNG\n"
        "Các chi bộ đã hoàn thành kế hoạch.\n"
        "II. NHIỆM VỤ THỜI GIAN TỚI\n"
        "1. Đồng ý phương án sửa chữa trụ sở, giao Văn phòng Đảng ủy hoàn thiện hồ sơ trước "
        "ngày 10/3/2026.\n"
        "2. Về kết nạp đảng viên: các chi bộ rà soát nguồn, báo cáo Ban Xây dựng Đảng trước "
        "ngày 15/3/2026.\n"
        "3. Đồng chí Chủ tịch UBND xã chỉ đạo xử lý dứt điểm đơn thư tại thôn Đoài.\n",
        [
            ("hoàn thiện hồ sơ", ["Văn phòng Đảng ủy"], "2026-03-09"),
            ("rà soát nguồn", ["các chi bộ"], "2026-03-14"),
            ("xử lý dứt điểm", ["Đồng chí Chủ tịch UBND xã"], None),
        ],
    ),
    "topics before the body": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại buổi làm việc với thôn Thượng")
        + "Chủ tịch UBND xã kết luận như sau:\n"
        "1. Đối với tuyến mương nội đồng: Phòng Kinh tế khảo sát, đề xuất phương án trước "
        "ngày 05/3/2026.\n"
        "2. Đối với sân thể thao: thống nhất giao thôn Thượng quản lý.\n"
        "3. Giao:\n"
        "a) Công an xã rà soát đối tượng tạm trú.\n"
        "b) Ban Chỉ huy Quân sự xã trực sẵn sàng chiến đấu.\n",
        [
            ("khảo sát, đề xuất", ["Phòng Kinh tế"], "2026-03-04"),
            ("giao thôn Thượng", ["thôn Thượng"], None),
            ("rà soát đối tượng", ["Công an xã"], None),
            ("trực sẵn sàng", ["Ban Chỉ huy Quân sự xã"], None),
        ],
    ),
    "dashed labels behind the last of several letters": (
        PLAN + "II. NHIỆM VỤ\n"
        "1. Đơn giản hóa thủ tục\n"
        "a) Rà soát 15 thủ tục.\n"
        "b) Đề xuất cắt giảm thời gian.\n"
        "- Cơ quan chủ trì: Văn phòng HĐND và UBND.\n"
        "- Thời gian hoàn thành: 30/6/2026.\n",
        [
            ("Rà soát 15", ["Văn phòng HĐND và UBND"], "2026-06-30"),
            ("Đề xuất cắt giảm", ["Văn phòng HĐND và UBND"], "2026-06-30"),
        ],
    ),
    "two bodies parted by a semicolon": (
        PLAN + "II. PHÂN CÔNG\n"
        "1. Đề nghị Công an xã bảo đảm an ninh; Trạm Y tế xã bố trí tổ cấp cứu.\n",
        [
            ("bảo đảm an ninh", ["Công an xã"], None),
            ("bố trí tổ cấp cứu", ["Trạm Y tế xã"], None),
        ],
    ),
    "preparations done by a day in the next article": (
        DECISION.format(about="chuẩn bị kỳ thi") + "Điều 1. Giao nhiệm vụ cho các đơn vị như sau:\n"
        "1. Công an xã: Lập phương án bảo vệ điểm thi.\n"
        "2. Đoàn xã: Thành lập đội tình nguyện.\n"
        "Điều 2. Các đơn vị hoàn thành công tác chuẩn bị trước ngày 05/6/2026.\n",
        [
            ("Lập phương án", ["Công an xã"], "2026-06-04"),
            ("Thành lập đội", ["Đoàn xã"], "2026-06-04"),
        ],
    ),
    "a result that is told and a weekday beside the day": (
        NOTICE.format(about="Kết luận của Chủ tịch UBND xã tại hội nghị giao ban") + "I. KẾT QUẢ\n"
        "Các đơn vị cơ bản hoàn thành nhiệm vụ; Công an xã đã triệt phá 02 tụ điểm.\n"
        "II. NHIỆM VỤ\n"
        "1. Phòng Kinh tế:\n"
        "- Kiểm tra tiến độ làm đường, báo cáo trước thứ Sáu ngày 24/4/2026.\n",
        [("Kiểm tra tiến độ", ["Phòng Kinh tế"], "2026-04-23")],
    ),
}
